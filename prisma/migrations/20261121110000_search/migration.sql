-- Search: what the worker keeps of each ticket's and message's words, and what staff knows about a customer.
-- How it is kept, and why so: docs/search.md and docs/decisions/005-search.md.

-- ── Customers ─────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE person
  ADD COLUMN phone text,
  -- what staff wrote down: [{"label": "Contract", "value": "Gold"}], and where else he is known: [{"label", "url"}]
  ADD COLUMN facts jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN links jsonb NOT NULL DEFAULT '[]';

-- Numbers are compared by their digits alone: people write them in every way.
CREATE INDEX person_phone ON person (regexp_replace(phone, '\D', '', 'g')) WHERE phone IS NOT NULL;
CREATE INDEX person_email_trgm ON person USING gin (email gin_trgm_ops);
CREATE INDEX person_external_id_trgm ON person USING gin (lower(external_id) gin_trgm_ops);
CREATE INDEX person_phone_trgm ON person USING gin (regexp_replace(phone, '\D', '', 'g') gin_trgm_ops)
  WHERE phone IS NOT NULL;

-- ── What has to be read again ─────────────────────────────────────────────────────────────────────────────────
-- `text_seq` counts changes of what search reads, `indexed_seq` is the count that the index has seen. The partial
-- index holds exactly the tickets that the worker still has to read, so that looking for them costs nothing.
ALTER TABLE ticket
  ADD COLUMN text_seq integer NOT NULL DEFAULT 1,
  ADD COLUMN indexed_seq integer NOT NULL DEFAULT 0;
CREATE INDEX ticket_to_index ON ticket (id) WHERE indexed_seq < text_seq;

-- Counted by the database: whoever writes a ticket, be it a command or an import, cannot forget it.
CREATE FUNCTION count_ticket_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.text_seq := OLD.text_seq + 1;
  RETURN NEW;
END $$;
CREATE TRIGGER ticket_text BEFORE UPDATE OF subject, topic, languages, customer_id, last_message_id ON ticket
  FOR EACH ROW WHEN (
    (OLD.subject, OLD.topic, OLD.languages, OLD.customer_id, OLD.last_message_id)
    IS DISTINCT FROM (NEW.subject, NEW.topic, NEW.languages, NEW.customer_id, NEW.last_message_id))
  EXECUTE FUNCTION count_ticket_text();

CREATE FUNCTION count_customer_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE ticket SET text_seq = text_seq + 1 WHERE customer_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER customer_text AFTER UPDATE OF name, email, external_id, phone ON person
  FOR EACH ROW WHEN (
    (OLD.name, OLD.email, OLD.external_id, OLD.phone) IS DISTINCT FROM (NEW.name, NEW.email, NEW.external_id, NEW.phone))
  EXECUTE FUNCTION count_customer_text();

-- ── The index ─────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE ticket_search (
  ticket_id uuid PRIMARY KEY REFERENCES ticket (id) ON DELETE CASCADE,
  -- text search configurations of the ticket's languages, beside `simple`
  configs   text[] NOT NULL,
  -- lower case, for typos
  subject   text NOT NULL,
  -- all that staff reads: notes, the customer's name and address
  staff     tsvector NOT NULL,
  -- what its customer reads. Without an index: it is looked at in his own tickets alone
  customer  tsvector NOT NULL
);
-- The planner takes `@@` and `ts_rank` for cheap, which they are only where the words lie in the row itself: fetched from
-- beside the table, a thousand candidates cost three times as much.
ALTER TABLE ticket_search ALTER COLUMN staff SET STORAGE MAIN;
CREATE INDEX ticket_search_staff ON ticket_search USING gin (staff);
CREATE INDEX ticket_search_subject ON ticket_search USING gin (subject gin_trgm_ops);

-- Which message of a ticket it was. Without an index on the words: a ticket's few messages are looked at.
CREATE TABLE message_search (
  message_id uuid PRIMARY KEY REFERENCES message (id) ON DELETE CASCADE,
  ticket_id  uuid NOT NULL,
  words      tsvector NOT NULL
);
CREATE INDEX message_search_ticket ON message_search (ticket_id);

-- Configurations that some ticket was indexed with: a query is stemmed by each of them.
CREATE TABLE search_config (
  name text PRIMARY KEY
);

-- The words of a text as they stand and as each configuration stems them, at the same positions, so that a phrase
-- may mix them. A tsvector ends at 1 MB: of a text that does not fit, with room for a subject and names beside it, the
-- end is left out; the caller puts the newest first. Words over 2 KB are skipped by PostgreSQL.
CREATE FUNCTION search_words(configs text[], body text) RETURNS tsvector LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  room integer := 500000;
  config text;
  words text;
  result tsvector;
BEGIN
  LOOP
    BEGIN
      words := to_tsvector('simple', left(body, room))::text;
      FOREACH config IN ARRAY configs LOOP
        words := words || ' ' || to_tsvector(config::regconfig, left(body, room))::text;
      END LOOP;
      result := words::tsvector;
      IF pg_column_size(result) < 1000000 THEN RETURN result; END IF;
    EXCEPTION WHEN program_limit_exceeded THEN
      NULL;
    END;
    room := room / 2;
  END LOOP;
END $$;
