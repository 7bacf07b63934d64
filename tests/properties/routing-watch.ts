import { sql } from '@/lib/db/transaction';

/**
 * What routing must keep at every moment, asked of the database by other means than routing itself: a trigger looks at
 * each commit that gives a ticket to somebody, and queries look at what waits. Nothing here uses the product's rules.
 */
const HELD = `t.status IN ('ASSIGNED', 'IN_PROGRESS', 'WAITING_ON_CUSTOMER') AND t.deleted_at IS NULL AND t.spam_at IS NULL`;

const GUARD = `
  CREATE TABLE routing_breach (ticket_id uuid, person_id uuid, what text, facts jsonb, at timestamptz DEFAULT clock_timestamp());
  CREATE FUNCTION guard_routing() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    p person%ROWTYPE;
    calls int;
    others int;
  BEGIN
    SELECT * INTO p FROM person WHERE id = NEW.assignee_id;
    SELECT count(*) FILTER (WHERE t.channel = 'CALL'), count(*) FILTER (WHERE t.channel <> 'CALL') INTO calls, others
      FROM ticket t WHERE t.assignee_id = p.id AND ${HELD};
    INSERT INTO routing_breach (ticket_id, person_id, what, facts)
      SELECT NEW.id, p.id, b.what, jsonb_build_object('calls', calls, 'others', others, 'person', to_jsonb(p) - 'password_hash', 'languages', NEW.languages)
      FROM (VALUES
        ('above capacity', CASE WHEN NEW.channel = 'CALL' THEN calls > p.capacity_calls ELSE others > p.capacity END
                           OR calls + others > coalesce(p.capacity_total, 1000000)),
        ('language not covered', NOT NEW.languages <@ p.languages),
        ('not available', NOT p.is_available),
        ('not of the team', NEW.team_id IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM team_member m WHERE m.team_id = NEW.team_id AND m.person_id = p.id))
      ) AS b (what, is_so) WHERE b.is_so;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER guard_routing AFTER UPDATE OF assignee_id ON ticket DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.assignee_id IS NOT NULL AND NEW.routing_reason ->> 'code' = 'given')
    EXECUTE FUNCTION guard_routing();`;

/** Makes every commit of this database that gives a ticket to somebody answer for it. */
export const guardRouting = () => sql.query(GUARD);

/** What was given against a limit, a language, a team, or to somebody who is not there. */
export async function breaches(): Promise<unknown[]> {
  return (await sql.query('SELECT what, ticket_id, facts FROM routing_breach')).rows;
}

/** Tickets that wait although somebody who is available, may have them and has a place is there. */
export async function leftWaiting(): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(
    `SELECT t.id FROM ticket t WHERE t.assignee_id IS NULL AND t.status = 'OPEN' AND EXISTS (
       SELECT 1 FROM person p CROSS JOIN LATERAL (
         SELECT count(*) FILTER (WHERE t.channel = 'CALL') AS calls, count(*) FILTER (WHERE t.channel <> 'CALL') AS others
         FROM ticket t WHERE t.assignee_id = p.id AND ${HELD}) load
       WHERE p.is_available AND p.role <> 'customer' AND t.languages <@ p.languages
         AND (t.team_id IS NULL OR EXISTS (SELECT 1 FROM team_member m WHERE m.team_id = t.team_id AND m.person_id = p.id))
         AND CASE WHEN t.channel = 'CALL' THEN calls < p.capacity_calls ELSE others < p.capacity END
         AND calls + others < coalesce(p.capacity_total, 1000000))`,
  );
  return rows.map(({ id }) => id);
}

/** Changes of hands whose history does not go on where it was: given twice, or taken from who did not have it. */
export async function brokenHands(): Promise<unknown[]> {
  const { rows } = await sql.query(
    `SELECT ticket_id, seq FROM (
       SELECT e.ticket_id, e.seq, e.data ->> 'from' AS giver, e.data ->> 'to' AS taker,
              lag(e.data ->> 'to') OVER (PARTITION BY e.ticket_id ORDER BY e.seq) AS holder
       FROM event e WHERE e.type = 'assignment.changed') h
     WHERE giver IS DISTINCT FROM holder OR giver IS NOT DISTINCT FROM taker`,
  );
  return rows;
}

/** Tickets that were served more than so many seconds after a later one that asked the same; none was ever edited. */
export async function outOfOrder(seconds: number): Promise<unknown[]> {
  const { rows } = await sql.query(
    `WITH served AS (
       SELECT t.id, t.demand_id, t.queue_class, t.queue_at, t.created_at, min(e.created_at) AS at
       FROM ticket t LEFT JOIN event e ON e.ticket_id = t.id AND e.type = 'assignment.changed'
       WHERE NOT EXISTS (SELECT 1 FROM event x WHERE x.ticket_id = t.id AND x.type IN ('ticket.updated', 'team.changed'))
       GROUP BY t.id
     )
     SELECT a.id AS earlier, b.id AS later, a.at, b.at FROM served a JOIN served b USING (demand_id)
     WHERE (a.queue_class, b.queue_at, b.id) > (b.queue_class, a.queue_at, a.id) AND a.id <> b.id
       AND b.at > a.created_at + interval '1 second' AND coalesce(a.at, 'infinity') > b.at + make_interval(secs => $1)`,
    [seconds],
  );
  return rows;
}
