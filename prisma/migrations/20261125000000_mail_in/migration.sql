-- ── Mail in ───────────────────────────────────────────────────────────────────────────────────────────────────
-- An address of the house at which customers reach it. While there is none, nothing is received, and mails that leave
-- name no address to answer to (docs/decisions/036-mail-in.md). One that was used is switched off, never deleted.
CREATE TABLE mailbox (
  id           uuid PRIMARY KEY,
  address      text NOT NULL UNIQUE,
  -- how its mails are signed: the sender's name (null: the workspace's), and words under what staff write
  sender       text,
  signature    text NOT NULL DEFAULT '',
  -- whose its tickets are, where their topic does not say
  team_id      uuid REFERENCES team (id) ON DELETE SET NULL,
  -- how much of the conversation stands under an answer
  history      text NOT NULL DEFAULT 'none' CHECK (history IN ('none', 'last', 'full')),
  -- the host whose Authentication-Results are believed; null: nobody's
  auth_host    text,
  -- nothing for so many minutes is worth an alarm; null: it never is
  quiet_minutes integer CHECK (quiet_minutes BETWEEN 5 AND 10080),
  is_active    boolean NOT NULL DEFAULT true,
  -- the key of its signed webhook is derived from this and AUTH_SECRET
  nonce        text NOT NULL,
  created_at   timestamptz(3) NOT NULL DEFAULT now(),
  updated_at   timestamptz(3) NOT NULL DEFAULT now()
);

-- Every mail that came, raw bytes in the store first. `receiving` until they are; each ends in one of five states.
CREATE TABLE inbound_mail (
  id            uuid PRIMARY KEY,
  mailbox_id    uuid NOT NULL REFERENCES mailbox (id),
  door          text NOT NULL CHECK (door IN ('smtp', 'webhook')),
  -- what the door knows it by: the same delivery for a second time is not kept twice
  door_key      text,
  storage_key   text NOT NULL UNIQUE,
  size          integer NOT NULL DEFAULT 0,
  sha256        text,
  -- of the envelope; '' is a sender who wants no bounce, null is not told
  return_path   text,
  recipients    text[] NOT NULL DEFAULT '{}',
  state         text NOT NULL DEFAULT 'receiving' CHECK (state IN
                  ('receiving', 'received', 'appended', 'created', 'quarantined', 'ignored', 'failed')),
  -- a code (lib/rules/mail-states.ts), and for a failure what was said
  reason        text,
  detail        text,
  attempts      integer NOT NULL DEFAULT 0,
  lease_until   timestamptz(3),
  -- an admin says that it is to become a ticket whatever it looks like
  is_recovered  boolean NOT NULL DEFAULT false,
  kind          text CHECK (kind IN ('human', 'automatic', 'bounce', 'list', 'own')),
  is_forged     boolean NOT NULL DEFAULT false,
  message_ref   text,
  content_hash  text,
  sender        text,
  sender_name   text,
  subject       text NOT NULL DEFAULT '',
  -- with its ticket it goes, and so do its bytes
  ticket_id     uuid REFERENCES ticket (id) ON DELETE CASCADE,
  message_id    uuid REFERENCES message (id) ON DELETE SET NULL,
  -- the ticket that a stranger answered
  answered_id   uuid REFERENCES ticket (id) ON DELETE SET NULL,
  -- the mail of ours that came back
  outbound_id   uuid REFERENCES outbound_mail (id) ON DELETE SET NULL,
  received_at   timestamptz(3) NOT NULL DEFAULT now(),
  settled_at    timestamptz(3),
  UNIQUE (mailbox_id, door_key)
);
CREATE INDEX inbound_mail_due ON inbound_mail (received_at, id) WHERE state IN ('receiving', 'received');
CREATE INDEX inbound_mail_newest ON inbound_mail (received_at DESC, id DESC);
CREATE INDEX inbound_mail_state ON inbound_mail (state, received_at DESC, id DESC);
CREATE INDEX inbound_mail_ref ON inbound_mail (message_ref) WHERE message_ref IS NOT NULL;
CREATE INDEX inbound_mail_hash ON inbound_mail (mailbox_id, sha256);
CREATE INDEX inbound_mail_sender ON inbound_mail (sender, received_at) WHERE sender IS NOT NULL;
CREATE INDEX inbound_mail_message ON inbound_mail (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX inbound_mail_ticket ON inbound_mail (ticket_id) WHERE ticket_id IS NOT NULL;
CREATE TRIGGER inbound_mail_dropped AFTER DELETE ON inbound_mail
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION drop_file();

-- By which address a ticket came: its answers leave there.
ALTER TABLE ticket ADD COLUMN mailbox_id uuid REFERENCES mailbox (id);
-- A mail made him; nobody has proved that the address is his. Machines tell him nothing that somebody typed.
ALTER TABLE person ADD COLUMN is_unproven boolean NOT NULL DEFAULT false;

-- It left, and came back.
ALTER TABLE outbound_mail DROP CONSTRAINT outbound_mail_state_check;
ALTER TABLE outbound_mail ADD CONSTRAINT outbound_mail_state_check
  CHECK (state IN ('queued', 'sending', 'sent', 'deferred', 'failed', 'bounced'));
ALTER TABLE outbound_mail ADD COLUMN bounced_at timestamptz(3);
CREATE INDEX outbound_mail_bounced ON outbound_mail (recipient, bounced_at) WHERE state = 'bounced';
CREATE INDEX outbound_mail_header ON outbound_mail (message_header) WHERE message_header IS NOT NULL;
-- how much left lately, and how much of it came back
CREATE INDEX outbound_mail_sent ON outbound_mail (sent_at) WHERE sent_at IS NOT NULL;
