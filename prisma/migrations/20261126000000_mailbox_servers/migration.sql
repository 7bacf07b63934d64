-- ── A mailbox's own servers ───────────────────────────────────────────────────────────────────────────────────
-- Where a mailbox's mail is fetched from (docs/decisions/043-mailbox-servers.md). Its password lies here sealed.
CREATE TABLE mailbox_imap (
  mailbox_id    uuid PRIMARY KEY REFERENCES mailbox (id) ON DELETE CASCADE,
  host          text NOT NULL,
  port          integer NOT NULL CHECK (port BETWEEN 1 AND 65535),
  security      text NOT NULL CHECK (security IN ('tls', 'starttls', 'none')),
  username      text NOT NULL,
  password      text NOT NULL,
  folder        text NOT NULL,
  -- what becomes of a mail on the server once it is kept here
  then_do       text NOT NULL CHECK (then_do IN ('leave', 'seen', 'move')),
  move_to       text CHECK (then_do <> 'move' OR move_to IS NOT NULL),
  -- what lay there before the first look is taken as well
  takes_old     boolean NOT NULL DEFAULT false,
  -- another one with each change: who fetches by an older one stops
  version       uuid NOT NULL,
  -- how far it was read; a number means nothing without the validity it was given in
  uid_validity  text,
  last_uid      bigint NOT NULL DEFAULT 0,
  -- the mail that cannot be fetched, and how often that was tried
  stuck_uid     bigint,
  stuck_tries   integer NOT NULL DEFAULT 0,
  -- one worker fetches at a time
  holder        uuid,
  lease_until   timestamptz(3),
  -- how it is: when the folder was last looked at, and since when and why it cannot be
  fetched_at    timestamptz(3),
  failing_since timestamptz(3),
  failures      integer NOT NULL DEFAULT 0,
  trouble       text,
  said          text,
  next_try_at   timestamptz(3) NOT NULL DEFAULT now(),
  created_at    timestamptz(3) NOT NULL DEFAULT now()
);

-- Where its mails leave, when that is not where the house's do.
CREATE TABLE mailbox_smtp (
  mailbox_id    uuid PRIMARY KEY REFERENCES mailbox (id) ON DELETE CASCADE,
  host          text NOT NULL,
  port          integer NOT NULL CHECK (port BETWEEN 1 AND 65535),
  security      text NOT NULL CHECK (security IN ('tls', 'starttls', 'none')),
  username      text,
  password      text CHECK (username IS NULL OR password IS NOT NULL),
  version       uuid NOT NULL,
  -- until then nothing leaves by it: it refuses us, or does not answer
  paused_until  timestamptz(3),
  failing_since timestamptz(3),
  failures      integer NOT NULL DEFAULT 0,
  trouble       text,
  said          text,
  sent_at       timestamptz(3),
  created_at    timestamptz(3) NOT NULL DEFAULT now()
);

ALTER TABLE inbound_mail DROP CONSTRAINT inbound_mail_door_check;
ALTER TABLE inbound_mail ADD CONSTRAINT inbound_mail_door_check CHECK (door IN ('smtp', 'webhook', 'imap'));
-- the conversation that Outlook says it belongs to
ALTER TABLE inbound_mail ADD COLUMN thread_index text;
CREATE INDEX inbound_mail_thread ON inbound_mail (thread_index) WHERE thread_index IS NOT NULL;

-- The server that a mail waits for, so that one which is away holds up nobody else; null: the house's.
ALTER TABLE outbound_mail ADD COLUMN lane uuid REFERENCES mailbox_smtp (mailbox_id) ON DELETE SET NULL;
CREATE INDEX outbound_mail_lane ON outbound_mail (lane) WHERE lane IS NOT NULL;
CREATE INDEX outbound_mail_on_its_way ON outbound_mail (lane, lease_until) WHERE state = 'sending';
-- The mail that says this one's words as well: several answers in a short time are one mail.
ALTER TABLE outbound_mail ADD COLUMN carried_by uuid REFERENCES outbound_mail (id) ON DELETE SET NULL;
CREATE INDEX outbound_mail_carried ON outbound_mail (carried_by) WHERE carried_by IS NOT NULL;
-- Its reader saw it in the portal before it was to leave.
ALTER TABLE outbound_mail DROP CONSTRAINT outbound_mail_state_check;
ALTER TABLE outbound_mail ADD CONSTRAINT outbound_mail_state_check
  CHECK (state IN ('queued', 'sending', 'sent', 'deferred', 'failed', 'bounced', 'spared'));

-- By which mailbox a ticket's mails leave: the one it came to, else its team's, else the first in use.
CREATE FUNCTION mailbox_of(ticket_id uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT b.id FROM ticket t CROSS JOIN mailbox b WHERE t.id = ticket_id AND b.is_active
  ORDER BY b.id = t.mailbox_id DESC NULLS LAST, b.team_id = t.team_id DESC NULLS LAST, b.created_at, b.id LIMIT 1
$$;
-- And for which of their servers a mail waits: staff are written to by the house.
CREATE FUNCTION lane_of(ticket_id uuid, person_id uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT s.mailbox_id FROM mailbox_smtp s
  WHERE s.mailbox_id = mailbox_of(ticket_id)
    AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = person_id AND p.role <> 'customer')
$$;
CREATE FUNCTION choose_lane() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.lane := lane_of(NEW.ticket_id, NEW.person_id);
  RETURN NEW;
END
$$;
CREATE TRIGGER outbound_mail_lane BEFORE INSERT ON outbound_mail FOR EACH ROW
  WHEN (NEW.ticket_id IS NOT NULL) EXECUTE FUNCTION choose_lane();
