-- ── Urgency ───────────────────────────────────────────────────────────────────────────────────────────────────
-- How soon somebody should answer, 0 to 3, and why: worked out from the workspace's rules (decision 017), for as long
-- as the customer waits. `urgency_due` is when it has to be worked out (again): now after a change, later where only
-- time will change it, null where nothing will.
ALTER TABLE ticket
  ADD COLUMN urgency smallint NOT NULL DEFAULT 0,
  ADD COLUMN urgency_reasons jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN urgency_due timestamptz(3);
UPDATE ticket SET urgency_due = now() WHERE waiting_since IS NOT NULL;
ALTER TABLE ticket ALTER COLUMN urgency_due SET DEFAULT now();

-- Exactly what has to be worked out, what people do now before imported history.
CREATE INDEX ticket_urgency_due ON ticket (is_imported, urgency_due) WHERE urgency_due IS NOT NULL;
-- Unsolved work by urgency, the oldest first among equals.
CREATE INDEX ticket_urgency ON ticket ((-urgency), id)
  WHERE status IN ('OPEN', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_ON_CUSTOMER') AND deleted_at IS NULL AND spam_at IS NULL;

-- Kept by the database, so that no command can forget it: an answered ticket is not urgent any more, and what the rules
-- look at cannot change without being looked at again.
CREATE FUNCTION keep_urgency() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.waiting_since IS NULL THEN
    NEW.urgency := 0;
    NEW.urgency_reasons := '[]';
    NEW.urgency_due := NULL;
  ELSE
    NEW.urgency_due := clock_timestamp();
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ticket_urgency BEFORE UPDATE OF subject, topic, priority, waiting_since, last_public_message_id ON ticket
  FOR EACH ROW WHEN (
    (OLD.subject, OLD.topic, OLD.priority, OLD.waiting_since, OLD.last_public_message_id)
    IS DISTINCT FROM (NEW.subject, NEW.topic, NEW.priority, NEW.waiting_since, NEW.last_public_message_id))
  EXECUTE FUNCTION keep_urgency();

-- ── Macros ────────────────────────────────────────────────────────────────────────────────────────────────────
-- What a canned reply does beside its text: {"status": "RESOLVED", "assigned_agent": "me"}. Without a text it does only that.
ALTER TABLE canned_reply ADD COLUMN actions jsonb NOT NULL DEFAULT '{}';
