-- ── Files ─────────────────────────────────────────────────────────────────────────────────────────────────────
-- A file is uploaded first and belongs to a message once that is posted. The row is there before the first byte, so
-- that nothing lies in the store of which no row knows; `stored_at` says that all of it is there.
ALTER TABLE attachment ALTER COLUMN message_id DROP NOT NULL;
ALTER TABLE attachment
  ADD COLUMN uploaded_by uuid REFERENCES person (id) ON DELETE CASCADE,
  ADD COLUMN position smallint NOT NULL DEFAULT 0,
  ADD COLUMN stored_at timestamptz(3);
UPDATE attachment SET stored_at = created_at;
ALTER TABLE attachment ADD CHECK (message_id IS NULL OR stored_at IS NOT NULL);
ALTER TABLE attachment ADD CONSTRAINT attachment_storage_key_key UNIQUE (storage_key);
-- what one person uploaded within a day is counted
CREATE INDEX attachment_uploader ON attachment (uploaded_by, created_at);
-- uploads that nobody posted are looked for
CREATE INDEX attachment_unposted ON attachment (created_at) WHERE message_id IS NULL;

-- Whoever deletes a row, by a cascade from wherever, leaves its file here; a sweep takes it out of the store.
CREATE TABLE dropped_file (
  storage_key text PRIMARY KEY,
  dropped_at  timestamptz(3) NOT NULL DEFAULT now()
);
CREATE FUNCTION drop_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO dropped_file (storage_key) SELECT storage_key FROM gone ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER attachment_dropped AFTER DELETE ON attachment
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION drop_file();
