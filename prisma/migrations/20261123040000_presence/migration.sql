-- What somebody says about himself (intent), and what is seen of him (sockets), are two things: product 2.9.
ALTER TABLE person
  ADD COLUMN intent text NOT NULL DEFAULT 'offline' CHECK (intent IN ('online', 'busy', 'away', 'break', 'offline')),
  ADD COLUMN intent_reason text,
  -- since when he is online, or said so again: only a socket that was open in this spell can be missed
  ADD COLUMN spell_at timestamptz(3) NOT NULL DEFAULT now(),
  -- when it was noticed that he is gone though he is online
  ADD COLUMN lost_at timestamptz(3),
  -- work may come while no screen of his is open: he has it on his phone
  ADD COLUMN stays_reachable boolean NOT NULL DEFAULT false;

UPDATE person SET intent = 'online', spell_at = availability_changed_at WHERE is_available;

-- `is_available` is `intent = 'online'`, whichever of the two is written; the intent goes first.
CREATE FUNCTION keep_intent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.is_available THEN NEW.intent := 'online'; END IF;
    NEW.is_available := NEW.intent = 'online';
    RETURN NEW;
  END IF;
  IF NEW.intent = OLD.intent AND NEW.is_available <> OLD.is_available THEN
    NEW.intent := CASE WHEN NEW.is_available THEN 'online' ELSE 'offline' END;
    NEW.intent_reason := NULL;
  END IF;
  NEW.is_available := NEW.intent = 'online';
  IF NEW.intent <> OLD.intent THEN
    NEW.availability_changed_at := now();
    NEW.spell_at := now();
    NEW.lost_at := NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER person_intent BEFORE INSERT OR UPDATE OF intent, is_available ON person
  FOR EACH ROW EXECUTE FUNCTION keep_intent();
ALTER TABLE person ADD CONSTRAINT person_intent_is_one CHECK (is_available = (intent = 'online'));

-- Who has a live line to which web process. One row however many windows; a killed process leaves its rows open, and
-- its heartbeat says until when they were true.
CREATE TABLE person_connection (
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  process   text NOT NULL,
  opened_at timestamptz(3) NOT NULL DEFAULT now(),
  closed_at timestamptz(3),
  PRIMARY KEY (person_id, process)
);
CREATE INDEX person_connection_open ON person_connection (process) WHERE closed_at IS NULL;
