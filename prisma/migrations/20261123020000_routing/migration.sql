-- What waiting work asks of whoever takes it. Tickets that ask the same share a row, and wait for one reason: routing
-- looks at demands, of which there are dozens, where it would look at tickets, of which there are thousands.
CREATE TABLE demand (
  id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- the other columns as one text
  key        text NOT NULL UNIQUE,
  kind       text NOT NULL CHECK (kind IN ('call', 'chat', 'other')),
  languages  text[] NOT NULL,
  -- no reference: a team that is gone takes no history along
  team_id    uuid,
  -- the key of a topic: its skills are asked for
  topic      text,
  -- why what waits of it waits, since when, and whether anything does
  reason     jsonb,
  reason_at  timestamptz(3)
);

-- The same, as it was: what a ticket waited for at any time.
CREATE TABLE demand_reason (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  demand_id integer NOT NULL REFERENCES demand (id) ON DELETE CASCADE,
  reason    jsonb NOT NULL,
  at        timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX demand_reason_at ON demand_reason (demand_id, id DESC);

ALTER TABLE ticket
  ADD COLUMN demand_id integer,
  -- 1 for what is urgent, which no waiting overtakes
  ADD COLUMN queue_class smallint NOT NULL DEFAULT 0,
  -- since when it counts as waiting: importance is a head start
  ADD COLUMN queue_at timestamptz(3);

ALTER TABLE team
  -- null: as the workspace has it
  ADD COLUMN routing text CHECK (routing IN ('balanced', 'round_robin', 'manual')),
  ADD COLUMN claims text CHECK (claims IN ('any', 'room', 'off'));

ALTER TABLE topic ADD COLUMN preferred_skills text[] NOT NULL DEFAULT '{}';

ALTER TABLE person ADD COLUMN last_call_at timestamptz(3);

-- What routing went by, each version once. A decision names its version.
CREATE TABLE routing_policy (
  version integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  hash    text NOT NULL UNIQUE,
  policy  jsonb NOT NULL,
  at      timestamptz(3) NOT NULL DEFAULT now()
);

-- Each time routing gave a ticket to somebody: who could have had it, and why this one.
CREATE TABLE routing_decision (
  id         uuid PRIMARY KEY,
  ticket_id  uuid NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  person_id  uuid NOT NULL REFERENCES person (id),
  demand_id  integer NOT NULL,
  version    integer NOT NULL REFERENCES routing_policy (version),
  -- how many were available, and how many of them each condition left out
  considered integer NOT NULL,
  excluded   jsonb NOT NULL,
  -- the winner's load and limit before, and by what he won
  winner     jsonb NOT NULL,
  at         timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX routing_decision_ticket ON routing_decision (ticket_id, at DESC);
CREATE INDEX routing_decision_person ON routing_decision (person_id, at DESC);
CREATE INDEX routing_decision_at ON routing_decision (at DESC, id DESC);

-- The demand of a ticket with these traits; made when it is the first of its kind.
CREATE FUNCTION demand_of(channel text, langs text[], team uuid, subject_topic text) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  of_kind text := CASE channel WHEN 'CALL' THEN 'call' WHEN 'CHAT' THEN 'chat' ELSE 'other' END;
  asked text[] := ARRAY(SELECT DISTINCT l FROM unnest(langs) l ORDER BY l);
  known text := (SELECT t.key FROM topic t WHERE t.key = subject_topic);
  wanted text := concat_ws('|', of_kind, array_to_string(asked, ','), coalesce(team::text, ''), coalesce(known, ''));
  found integer;
BEGIN
  SELECT d.id INTO found FROM demand d WHERE d.key = wanted;
  IF found IS NULL THEN
    INSERT INTO demand (key, kind, languages, team_id, topic)
    VALUES (wanted, of_kind, asked, team, known) ON CONFLICT (key) DO NOTHING RETURNING id INTO found;
  END IF;
  -- another transaction made it meanwhile
  IF found IS NULL THEN SELECT d.id INTO found FROM demand d WHERE d.key = wanted; END IF;
  RETURN found;
END $$;

-- Minutes of waiting that a step of priority above MEDIUM (below it they are taken off), a step of urgency, and a VIP
-- are worth (setting `queue_minutes`).
CREATE FUNCTION head_start(priority smallint, urgency smallint, customer uuid) RETURNS interval
LANGUAGE sql STABLE AS $$
  SELECT make_interval(mins => (
    (priority - 1) * coalesce((m.value ->> 'priority')::int, 240)
    + urgency * coalesce((m.value ->> 'urgency')::int, 60)
    + CASE WHEN coalesce((m.value ->> 'vip')::int, 60) > 0 AND EXISTS (
        SELECT 1 FROM person p LEFT JOIN organisation o ON o.id = p.organisation_id
        WHERE p.id = customer AND (p.is_vip OR o.is_vip)
      ) THEN coalesce((m.value ->> 'vip')::int, 60) ELSE 0 END))
  FROM (SELECT (SELECT value FROM setting WHERE key = 'queue_minutes') AS value) m
$$;

-- A ticket's place is written whenever something that it depends on is, whoever writes it.
CREATE FUNCTION place_in_queue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.demand_id := demand_of(NEW.channel, NEW.languages, NEW.team_id, NEW.topic);
  NEW.queue_class := CASE WHEN NEW.priority >= 3 THEN 1 ELSE 0 END;
  NEW.queue_at := coalesce(NEW.waiting_since, NEW.created_at) - head_start(NEW.priority, NEW.urgency, NEW.customer_id);
  RETURN NEW;
END $$;

CREATE TRIGGER ticket_enters_queue BEFORE INSERT ON ticket FOR EACH ROW
  WHEN (NEW.assignee_id IS NULL AND NEW.status = 'OPEN')
  EXECUTE FUNCTION place_in_queue();
CREATE TRIGGER ticket_moves_in_queue BEFORE UPDATE OF assignee_id, status, channel, languages, team_id, topic, priority,
    urgency, waiting_since, customer_id ON ticket FOR EACH ROW
  WHEN (NEW.assignee_id IS NULL AND NEW.status = 'OPEN')
  EXECUTE FUNCTION place_in_queue();

UPDATE ticket SET priority = priority WHERE assignee_id IS NULL AND status = 'OPEN';

-- The queue of each demand. Imported history is kept out, and must not be walked through each time.
DROP INDEX ticket_queue;
CREATE INDEX ticket_queue ON ticket (demand_id, queue_class DESC, queue_at, id)
  WHERE assignee_id IS NULL AND status = 'OPEN' AND deleted_at IS NULL AND spam_at IS NULL AND NOT is_held;
-- The oldest of it first, for who takes by creation.
CREATE INDEX ticket_queue_age ON ticket (created_at, id) INCLUDE (demand_id)
  WHERE assignee_id IS NULL AND status = 'OPEN' AND deleted_at IS NULL AND spam_at IS NULL AND NOT is_held;
