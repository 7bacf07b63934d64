import { type ScopeRow, scopeColumns } from '../../auth/scope-columns';
import { newId } from '../../clock';
import type { Tx } from '../../db/transaction';
import type { EventRow } from '../../events/catalogue';
import {
  DEFAULT_WAYS,
  HOUSE_KINDS,
  type NoticedAct,
  type NoticeKind,
  type NoticeReader,
  type NoticeWays,
  noticeFor,
} from '../../rules/notices';
import { can } from '../../rules/permissions';
import type { Role } from '../../schemas/values';

const NOTICED: ReadonlySet<string> = new Set<NoticedAct['type']>([
  'message.created',
  'assignment.changed',
  'status.changed',
  'message.stopped',
  'promise.changed',
  'ticket.rated',
]);

type Row = ScopeRow &
  NoticedAct &
  NoticeReader & {
    event_id: string;
    ticket_id: string;
    id: string;
    role: Role;
    customer_id: string;
    assignee_id: string | null;
    team_id: string | null;
    deleted_at: Date | null;
    /** A mail of the act itself tells it. */
    is_mailed: boolean;
    /** A browser of his asked to be told. */
    has_push: boolean;
    /** By kind, what the person has chosen; what is not there is as everybody's. */
    choices: Partial<Record<NoticeKind, Pick<NoticeWays, 'in_app' | 'push' | 'email'>>> | null;
  };

// Everybody who has to do with an event, beside who did it (a promise comes due by itself). A follower hears of what came
// after he began.
const READERS = `
  SELECT e.id AS event_id, e.ticket_id, e.type, actor.role AS "actorRole",
    coalesce((e.data ->> 'by_hand')::boolean, false) AS "byHand",
    coalesce((e.data ->> 'due')::boolean, false) AS "isDue", t.is_imported AS "isImported",
    (e.data ->> 'score')::int AS score, t.spam_at IS NOT NULL AS "isSpam", t.customer_id, t.assignee_id, t.team_id, t.deleted_at,
    p.id, p.role, ${scopeColumns},
    t.assignee_id IS NOT DISTINCT FROM p.id AS "isAssignee",
    e.type = 'assignment.changed' AND e.data ->> 'to' = p.id::text AS "isNewAssignee",
    bool_or(r.tie = 'mentioned') AS "isMentioned", bool_or(r.tie = 'author') AS "isAuthor",
    bool_or(r.tie = 'answers') AS "answersFor",
    bool_or(r.tie = 'follows') AS follows, bool_or(r.tie = 'promised') AS promised,
    EXISTS (SELECT 1 FROM outbound_mail o WHERE o.event_id = e.id AND (o.person_id = p.id OR o.recipient = p.email)) AS is_mailed,
    EXISTS (SELECT 1 FROM push_subscription s WHERE s.person_id = p.id) AS has_push,
    (SELECT json_object_agg(c.kind, json_build_object('in_app', c.in_app, 'push', c.push, 'email', c.email))
     FROM notice_choice c WHERE c.person_id = p.id) AS choices
  FROM event e
  JOIN ticket t ON t.id = e.ticket_id
  LEFT JOIN person actor ON actor.id = e.actor_id
  CROSS JOIN LATERAL (
    SELECT t.assignee_id AS person_id, 'holds' AS tie
    UNION ALL SELECT person_id, 'follows' FROM ticket_follower f
      WHERE f.ticket_id = t.id AND f.created_at <= e.created_at
    UNION ALL SELECT person_id, 'mentioned' FROM message_mention
      WHERE message_id = CASE e.type WHEN 'message.created' THEN (e.data ->> 'message_id')::uuid END
    UNION ALL SELECT e.actor_id, 'promised' WHERE e.type = 'promise.changed'
    UNION ALL SELECT agent_id, 'answers' FROM rating
      WHERE id = CASE e.type WHEN 'ticket.rated' THEN (e.data ->> 'rating_id')::uuid END
    UNION ALL SELECT id, 'answers' FROM person WHERE e.type = 'ticket.rated' AND role = 'admin'
    UNION ALL SELECT author_id, 'author' FROM held_message
      WHERE id = CASE e.type WHEN 'message.stopped' THEN (e.data ->> 'held_id')::uuid END
  ) r
  JOIN person p ON p.id = r.person_id AND p.disabled_at IS NULL AND p.role <> 'customer'
  WHERE e.id = ANY($1::uuid[]) AND (p.id IS DISTINCT FROM e.actor_id OR e.data ? 'due')
  GROUP BY e.id, t.id, p.id, actor.role`;

// Of the house itself all admins hear, whoever did it.
const ADMINS = `
  SELECT e.id AS event_id, e.type, p.id, EXISTS (SELECT 1 FROM push_subscription s WHERE s.person_id = p.id) AS has_push,
    (SELECT json_object_agg(c.kind, json_build_object('in_app', c.in_app, 'push', c.push, 'email', c.email))
     FROM notice_choice c WHERE c.person_id = p.id) AS choices
  FROM event e CROSS JOIN person p
  WHERE e.id = ANY($1::uuid[]) AND p.role = 'admin' AND p.disabled_at IS NULL`;
type AdminRow = Pick<Row, 'event_id' | 'id' | 'has_push' | 'choices'> & { type: string };

const NOBODY = { people: [], hasPush: false };

/**
 * Writes down who of the staff is told of a batch of events; within the transaction that marks the events as published,
 * so each notice comes once, whatever dies in between.
 *
 * @returns whose bells have something new, and whether a browser is to be told.
 */
export async function writeNotices(
  tx: Tx,
  events: readonly EventRow[],
): Promise<{ people: string[]; hasPush: boolean }> {
  const idsOf = (isMeant: (type: string) => boolean) =>
    events.filter(({ type }) => isMeant(type)).map(({ id }) => id);
  const [ofTickets, ofHouse] = [idsOf((type) => NOTICED.has(type)), idsOf((type) => type in HOUSE_KINDS)];
  const readers = ofTickets.length > 0 ? (await tx.query<Row>(READERS, [ofTickets])).rows : [];
  const admins = ofHouse.length > 0 ? (await tx.query<AdminRow>(ADMINS, [ofHouse])).rows : [];
  const notices = [
    ...readers.flatMap((row) => noticeOf(row) ?? []),
    ...admins.flatMap(
      (row) => written({ ...row, ticket_id: null, is_mailed: false }, HOUSE_KINDS[row.type]!) ?? [],
    ),
  ];
  if (notices.length === 0) return NOBODY;
  const { rows: made } = await tx.query<{ person_id: string; by_push: boolean }>(
    `INSERT INTO notice (id, person_id, event_id, ticket_id, kind, by_mail, by_push, created_at)
     SELECT n.id, n.person_id, n.event_id, n.ticket_id, n.kind, n.by_mail, n.by_push, e.created_at
     FROM jsonb_to_recordset($1::jsonb)
       AS n (id uuid, person_id uuid, event_id uuid, ticket_id uuid, kind text, by_mail boolean, by_push boolean)
     JOIN event e ON e.id = n.event_id
     ON CONFLICT (event_id, person_id) DO NOTHING RETURNING person_id, by_push`,
    [JSON.stringify(notices)],
  );
  return {
    people: [...new Set(made.map((row) => row.person_id))],
    hasPush: made.some((row) => row.by_push),
  };
}

function noticeOf(row: Row) {
  const kind = noticeFor(row, row);
  const viewer = { id: row.id, role: row.role, scope: { visibility: row.visibility, team_ids: row.teamIds } };
  if (!kind || !can(viewer, 'ticket.read', row)) return null;
  return written(row, kind);
}

type Told = Pick<Row, 'event_id' | 'id' | 'is_mailed' | 'has_push' | 'choices'> & {
  ticket_id: string | null;
};

/** By the ways that the person has chosen; null for who does not want it. */
function written({ event_id, ticket_id, ...row }: Told, kind: NoticeKind) {
  const ways = row.choices?.[kind] ?? DEFAULT_WAYS[kind];
  if (!ways.in_app) return null;
  const by = { by_mail: ways.email && !row.is_mailed, by_push: ways.push && row.has_push };
  return { id: newId(), person_id: row.id, event_id, ticket_id, kind, ...by };
}
