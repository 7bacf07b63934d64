-- The composer: formatted messages, drafts, messages that have not left yet, people in copy.

-- `body` stays what a person wrote (plain text or Markdown source); `html` is what was made of it once, safe to show.
ALTER TABLE message
  ADD COLUMN format text NOT NULL DEFAULT 'text' CHECK (format IN ('text', 'markdown', 'html')),
  ADD COLUMN html text,
  -- who got a copy of a public reply by mail
  ADD COLUMN cc text[] NOT NULL DEFAULT '{}';

-- One text a person, ticket and kind. A row that was sent or thrown away stays, empty, for as long as a draft would:
-- its revision makes a save that comes late lose.
CREATE TABLE message_draft (
  id          uuid PRIMARY KEY,
  person_id   uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  ticket_id   uuid NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  kind        text NOT NULL CHECK (kind IN ('reply', 'note')),
  body        text NOT NULL DEFAULT '',
  cc          text[] NOT NULL DEFAULT '{}',
  attachments uuid[] NOT NULL DEFAULT '{}',
  revision    integer NOT NULL,
  ended       text CHECK (ended IN ('sent', 'discarded')),
  -- why it did not go out when its author sent it
  attention   text,
  updated_at  timestamptz(3) NOT NULL DEFAULT now(),
  UNIQUE (person_id, ticket_id, kind)
);
CREATE INDEX message_draft_mine ON message_draft (person_id, updated_at DESC, id DESC) WHERE ended IS NULL;
CREATE INDEX message_draft_ticket ON message_draft (ticket_id);
CREATE INDEX message_draft_age ON message_draft (updated_at);

-- A message that has not left is no message: nothing that reads messages can leak it. Its id is the message's own.
CREATE TABLE held_message (
  id          uuid PRIMARY KEY,
  ticket_id   uuid NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  author_id   uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  -- what its author asked for, as he sent it (lib/schemas/held.ts)
  input       jsonb NOT NULL,
  html        text,
  origin      text NOT NULL DEFAULT 'WEB',
  client_id   text,
  -- the newest message when it was sent: what came since stops it
  seen_id     uuid NOT NULL,
  send_at     timestamptz(3) NOT NULL,
  -- `unseen`: unless anybody wrote (undo) · `no_reply`: unless an answer came · `always`
  send_if     text NOT NULL DEFAULT 'unseen' CHECK (send_if IN ('unseen', 'no_reply', 'always')),
  state       text NOT NULL DEFAULT 'held' CHECK (state IN ('held', 'stopped', 'undone', 'sent')),
  stop_reason text,
  created_at  timestamptz(3) NOT NULL DEFAULT now(),
  settled_at  timestamptz(3)
);
CREATE INDEX held_message_due ON held_message (send_at, id) WHERE state = 'held';
CREATE INDEX held_message_ticket ON held_message (ticket_id, created_at) WHERE state IN ('held', 'stopped');
CREATE INDEX held_message_stopped ON held_message (author_id, settled_at DESC, id DESC) WHERE state = 'stopped';
CREATE INDEX held_message_author ON held_message (author_id);
CREATE INDEX held_message_thread ON held_message (ticket_id);

-- Who gets a copy of every public reply on a ticket. Whoever was taken off stays known to the ticket.
CREATE TABLE ticket_participant (
  ticket_id  uuid NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  address    text NOT NULL,
  is_active  boolean NOT NULL DEFAULT true,
  added_by   uuid REFERENCES person (id) ON DELETE SET NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (ticket_id, address)
);
