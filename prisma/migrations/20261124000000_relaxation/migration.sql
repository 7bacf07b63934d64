-- What routing asks of a ticket's agent no longer, since it has waited for that for as long as admins want: `preferred`,
-- `skills`, `language:de`; `fallback:de` says that it was handed to the team for that language, which happens once.
ALTER TABLE ticket ADD COLUMN waived text[] NOT NULL DEFAULT '{}';
-- Of those what is no condition any more; `languages` are the ones that still are.
ALTER TABLE demand ADD COLUMN waived text[] NOT NULL DEFAULT '{}';
-- Its tickets keep asking for their skills, however long they wait.
ALTER TABLE team ADD COLUMN keeps_skills boolean NOT NULL DEFAULT false;

CREATE FUNCTION demand_of(channel text, langs text[], team uuid, subject_topic text, waived text[]) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
  of_kind text := CASE channel WHEN 'CALL' THEN 'call' WHEN 'CHAT' THEN 'chat' ELSE 'other' END;
  asked text[] := ARRAY(SELECT DISTINCT l FROM unnest(langs) l WHERE 'language:' || l <> ALL (waived) ORDER BY l);
  gone text[] := ARRAY(SELECT DISTINCT w FROM unnest(waived) w
    WHERE w IN ('preferred', 'skills') OR w = ANY (SELECT 'language:' || l FROM unnest(langs) l) ORDER BY w);
  known text := (SELECT t.key FROM topic t WHERE t.key = subject_topic);
  wanted text := concat_ws('|', of_kind, array_to_string(asked, ','), coalesce(team::text, ''), coalesce(known, ''),
    nullif(array_to_string(gone, ','), ''));
  found integer;
BEGIN
  SELECT d.id INTO found FROM demand d WHERE d.key = wanted;
  IF found IS NULL THEN
    INSERT INTO demand (key, kind, languages, team_id, topic, waived)
    VALUES (wanted, of_kind, asked, team, known, gone) ON CONFLICT (key) DO NOTHING RETURNING id INTO found;
  END IF;
  -- another transaction made it meanwhile
  IF found IS NULL THEN SELECT d.id INTO found FROM demand d WHERE d.key = wanted; END IF;
  RETURN found;
END $$;

CREATE OR REPLACE FUNCTION place_in_queue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- it asks for something else, or its customer waits anew: then all of it is asked again
  IF TG_OP = 'UPDATE' AND NEW.waived = OLD.waived AND (NEW.languages <> OLD.languages OR NEW.topic IS DISTINCT FROM OLD.topic
      OR NEW.waiting_since IS DISTINCT FROM OLD.waiting_since) THEN
    NEW.waived := '{}';
  END IF;
  NEW.demand_id := demand_of(NEW.channel, NEW.languages, NEW.team_id, NEW.topic, NEW.waived);
  NEW.queue_class := CASE WHEN NEW.priority >= 3 THEN greatest(3, NEW.source_priority) ELSE 0 END;
  NEW.queue_at := coalesce(NEW.waiting_since, NEW.created_at) - head_start(NEW.priority, NEW.urgency, NEW.customer_id);
  RETURN NEW;
END $$;

DROP TRIGGER ticket_moves_in_queue ON ticket;
CREATE TRIGGER ticket_moves_in_queue BEFORE UPDATE OF assignee_id, status, channel, languages, team_id, topic, priority,
    urgency, waiting_since, customer_id, source_priority, waived ON ticket FOR EACH ROW
  WHEN (NEW.assignee_id IS NULL AND NEW.status = 'OPEN')
  EXECUTE FUNCTION place_in_queue();

DROP FUNCTION demand_of(text, text[], uuid, text);

-- Who has waited longest of each demand.
CREATE INDEX ticket_queue_wait ON ticket (demand_id, (coalesce(waiting_since, created_at)))
  WHERE assignee_id IS NULL AND status = 'OPEN' AND deleted_at IS NULL AND spam_at IS NULL AND NOT is_held;

-- What somebody holds, and what of it sleeps.
DROP INDEX ticket_load;
CREATE INDEX ticket_load ON ticket (assignee_id, channel, status) INCLUDE (snoozed_until, snoozed_for_reply)
  WHERE status IN ('OPEN', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_ON_CUSTOMER') AND deleted_at IS NULL AND spam_at IS NULL;
