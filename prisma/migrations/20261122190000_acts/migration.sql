-- A draft keeps all that its message would have: its macro, whom it names, and a list of copies that was emptied. NULL
-- is the ticket's own list; until now an empty one meant that.
ALTER TABLE message_draft
  ADD COLUMN macro jsonb,
  ADD COLUMN mentions uuid[] NOT NULL DEFAULT '{}',
  ALTER COLUMN cc DROP NOT NULL,
  ALTER COLUMN cc DROP DEFAULT;
UPDATE message_draft SET cc = NULL WHERE cc = '{}';

-- What else a merged ticket brought to the other one, to be taken along when it is one of its own again.
ALTER TABLE ticket_merge
  ADD COLUMN tags text[] NOT NULL DEFAULT '{}',
  ADD COLUMN followers uuid[] NOT NULL DEFAULT '{}';

-- A copy of a message has the same stored file. It stays while any row names it, and for an hour after the last of them:
-- counted anew, since its first row may have gone long before.
ALTER TABLE attachment DROP CONSTRAINT attachment_storage_key_key;
CREATE INDEX attachment_storage_key ON attachment (storage_key);
CREATE OR REPLACE FUNCTION drop_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO dropped_file (storage_key) SELECT DISTINCT storage_key FROM gone ORDER BY 1
    ON CONFLICT (storage_key) DO UPDATE SET dropped_at = now();
  RETURN NULL;
END $$;

-- When the customer was told that a ticket which waits for him will be resolved, and the time that he was told of.
ALTER TABLE ticket ADD COLUMN close_told_at timestamptz(3), ADD COLUMN close_at timestamptz(3);
CREATE INDEX ticket_waits_for_customer ON ticket (public_updated_at) WHERE status = 'WAITING_ON_CUSTOMER';
