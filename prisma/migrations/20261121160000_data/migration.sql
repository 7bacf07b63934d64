-- Data in and out: imports in steps that can be undone, and keys for machines.

-- ── Imports ───────────────────────────────────────────────────────────────────────────────────────────────────
-- uploading → mapping → checking → checked → staged (being imported) → done → undoing → undone; failed at any time.
ALTER TABLE import DROP CONSTRAINT import_state_check;
ALTER TABLE import ADD CONSTRAINT import_state_check CHECK
  (state IN ('uploading', 'mapping', 'checking', 'checked', 'staged', 'done', 'failed', 'undoing', 'undone'));
ALTER TABLE import
  ADD COLUMN name       text,
  -- how the file is read: encoding, separator, columns, mapping, zone (lib/schemas/import.ts)
  ADD COLUMN options    jsonb,
  ADD COLUMN size       bigint NOT NULL DEFAULT 0,
  -- of the step under way: bytes read, rows imported, tickets looked at
  ADD COLUMN progress   bigint NOT NULL DEFAULT 0,
  ADD COLUMN total      bigint NOT NULL DEFAULT 0,
  -- who checks now: a runner that finds another number here has been replaced, and stops
  ADD COLUMN attempt    integer NOT NULL DEFAULT 0,
  -- import as soon as it is checked
  ADD COLUMN goes_on    boolean NOT NULL DEFAULT false,
  -- the last row that was imported, in the order of time: where a killed run goes on
  ADD COLUMN at_time    timestamptz(3),
  ADD COLUMN at_place   integer,
  ADD COLUMN failure    text,
  ADD COLUMN undo       jsonb,
  ADD COLUMN updated_at timestamptz(3) NOT NULL DEFAULT now();
CREATE INDEX import_newest ON import (created_at DESC, id DESC);
CREATE INDEX import_created_by ON import (created_by) WHERE created_by IS NOT NULL;

-- The file as it came, in parts: any worker can read it, and a backup has it.
CREATE TABLE import_chunk (
  import_id uuid NOT NULL REFERENCES import (id) ON DELETE CASCADE,
  n         integer NOT NULL,
  bytes     bytea NOT NULL,
  PRIMARY KEY (import_id, n)
);

-- Rows that did not pass, as they were.
CREATE TABLE import_error (
  import_id uuid NOT NULL REFERENCES import (id) ON DELETE CASCADE,
  line      integer NOT NULL,
  rule      text NOT NULL,
  cells     text[] NOT NULL,
  PRIMARY KEY (import_id, line)
);

-- Rows that did. `place` orders rows of the same second: the line, negative where the file begins with the newest.
ALTER TABLE import_row RENAME COLUMN line TO place;
ALTER TABLE import_row ALTER COLUMN external_id DROP NOT NULL;
ALTER TABLE import_row
  ADD COLUMN email    text,
  ADD COLUMN name     text,
  ADD COLUMN thread   text,
  ADD COLUMN subject  text NOT NULL DEFAULT '',
  ADD COLUMN topic    text,
  ADD COLUMN priority smallint,
  ADD COLUMN language text;
CREATE INDEX import_row_time ON import_row (import_id, sent_at, place);

-- Every conversation that an import made, with the span of what was imported into it. An import that finds a ticket
-- beyond `last_seq` knows that somebody worked on it. `import_id` is null for those of before this table.
CREATE TABLE import_ticket (
  ticket_id   uuid PRIMARY KEY REFERENCES ticket (id) ON DELETE CASCADE,
  import_id   uuid REFERENCES import (id) ON DELETE SET NULL,
  customer_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  thread      text,
  oldest_at   timestamptz(3) NOT NULL,
  newest_at   timestamptz(3) NOT NULL,
  last_seq    integer NOT NULL
);
CREATE INDEX import_ticket_import ON import_ticket (import_id, ticket_id);
CREATE INDEX import_ticket_customer ON import_ticket (customer_id, newest_at);
CREATE INDEX import_ticket_thread ON import_ticket (customer_id, thread) WHERE thread IS NOT NULL;
INSERT INTO import_ticket (ticket_id, customer_id, oldest_at, newest_at, last_seq)
SELECT t.id, t.customer_id, min(m.created_at), max(m.created_at), t.last_seq
FROM ticket t JOIN message m ON m.ticket_id = t.id AND m.import_key IS NOT NULL
WHERE t.is_imported GROUP BY t.id;

-- People whom an import made.
CREATE TABLE import_person (
  person_id uuid PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  import_id uuid NOT NULL REFERENCES import (id) ON DELETE CASCADE
);
CREATE INDEX import_person_import ON import_person (import_id, person_id);

-- ── Keys for machines ─────────────────────────────────────────────────────────────────────────────────────────
-- A key acts as its person and never has more rights. The secret is shown once; only its hash is here.
CREATE TABLE api_key (
  id           uuid PRIMARY KEY,
  person_id    uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  name         text NOT NULL,
  scope        text NOT NULL CHECK (scope IN ('read', 'full')),
  secret_hash  text NOT NULL UNIQUE,
  created_by   uuid REFERENCES person (id) ON DELETE SET NULL,
  created_at   timestamptz(3) NOT NULL DEFAULT now(),
  last_used_at timestamptz(3),
  revoked_at   timestamptz(3)
);
CREATE INDEX api_key_person ON api_key (person_id);
CREATE INDEX api_key_created_by ON api_key (created_by) WHERE created_by IS NOT NULL;

-- ── People who go ─────────────────────────────────────────────────────────────────────────────────────────────
-- Undoing an import deletes customers: every table that refers to them is asked, and none may be walked through.
CREATE INDEX message_author ON message (author_id);
CREATE INDEX outbound_mail_person ON outbound_mail (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX session_login ON session (person_id);
