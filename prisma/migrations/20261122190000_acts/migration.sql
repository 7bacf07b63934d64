-- A draft keeps all that its message would have: its macro, whom it names, and a list of copies that was emptied. NULL
-- is the ticket's own list; until now an empty one meant that.
ALTER TABLE message_draft
  ADD COLUMN macro jsonb,
  ADD COLUMN mentions uuid[] NOT NULL DEFAULT '{}',
  ALTER COLUMN cc DROP NOT NULL,
  ALTER COLUMN cc DROP DEFAULT;
UPDATE message_draft SET cc = NULL WHERE cc = '{}';
