-- The number by which a source ranks a ticket (S0: any integer, the higher the sooner). Four priorities hold what it
-- means; among urgent tickets, which no waiting overtakes, the number itself says who is first.
ALTER TABLE ticket
  ADD COLUMN source_priority integer,
  -- 0, or of what is urgent its number: 3 unless a source gave a higher one
  ALTER COLUMN queue_class TYPE integer;

CREATE OR REPLACE FUNCTION place_in_queue() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.demand_id := demand_of(NEW.channel, NEW.languages, NEW.team_id, NEW.topic);
  NEW.queue_class := CASE WHEN NEW.priority >= 3 THEN greatest(3, NEW.source_priority) ELSE 0 END;
  NEW.queue_at := coalesce(NEW.waiting_since, NEW.created_at) - head_start(NEW.priority, NEW.urgency, NEW.customer_id);
  RETURN NEW;
END $$;

DROP TRIGGER ticket_moves_in_queue ON ticket;
CREATE TRIGGER ticket_moves_in_queue BEFORE UPDATE OF assignee_id, status, channel, languages, team_id, topic, priority,
    urgency, waiting_since, customer_id, source_priority ON ticket FOR EACH ROW
  WHEN (NEW.assignee_id IS NULL AND NEW.status = 'OPEN')
  EXECUTE FUNCTION place_in_queue();

UPDATE ticket SET priority = priority WHERE priority >= 3 AND assignee_id IS NULL AND status = 'OPEN';
