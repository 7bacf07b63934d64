-- ── Facebook Messenger (docs/decisions/041-messenger.md) ────────────────────────────────────────────────────────
-- A page of ours on Facebook whose messages come here. One that was used is switched off, never deleted.
CREATE TABLE messenger_page (
  id           uuid PRIMARY KEY,
  -- the vendor's number of it
  page_id      text NOT NULL UNIQUE,
  name         text NOT NULL,
  -- what the vendor gave us, sealed (lib/auth/sealed-secret.ts)
  access_token text NOT NULL,
  app_secret   text NOT NULL,
  -- where the vendor answers; another address only for the lab
  graph_url    text NOT NULL DEFAULT 'https://graph.facebook.com',
  team_id      uuid REFERENCES team (id) ON DELETE SET NULL,
  -- in which its customers are served: a ticket asks for one of these; empty: for what it is written in
  languages    text[] NOT NULL DEFAULT '{}',
  -- the vendor lets its people answer for seven days
  human_agent  boolean NOT NULL DEFAULT false,
  is_active    boolean NOT NULL DEFAULT true,
  -- who stands for those that write from the page's own inbox; made with the first such message
  inbox_id     uuid REFERENCES person (id),
  -- the verify token is derived from this and AUTH_SECRET
  nonce        text NOT NULL,
  created_at   timestamptz(3) NOT NULL DEFAULT now(),
  updated_at   timestamptz(3) NOT NULL DEFAULT now()
);

-- Who wrote to a page; the vendor knows him by another number on every page.
CREATE TABLE messenger_contact (
  id                   uuid PRIMARY KEY,
  page_id              uuid NOT NULL REFERENCES messenger_page (id),
  psid                 text NOT NULL,
  person_id            uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  -- from here on the time runs in which he may be answered
  last_user_message_at timestamptz(3),
  -- the vendor said that it is over, whatever we counted
  refused_at           timestamptz(3),
  created_at           timestamptz(3) NOT NULL DEFAULT now(),
  UNIQUE (page_id, psid)
);
CREATE INDEX messenger_contact_person ON messenger_contact (person_id);

-- Which tickets are conversations with whom: answers on them leave by Messenger.
CREATE TABLE messenger_thread (
  ticket_id  uuid PRIMARY KEY REFERENCES ticket (id) ON DELETE CASCADE,
  contact_id uuid NOT NULL REFERENCES messenger_contact (id) ON DELETE CASCADE
);
CREATE INDEX messenger_thread_contact ON messenger_thread (contact_id);

-- Everything that the vendor told us, as it came. `received` until it is read; each ends in one of the other states.
CREATE TABLE messenger_event (
  id          uuid PRIMARY KEY,
  page_id     uuid NOT NULL REFERENCES messenger_page (id),
  -- what a second delivery of the same has in common with the first
  key         text NOT NULL,
  kind        text NOT NULL,
  -- whose conversation; those of one are read in order
  psid        text,
  raw         text NOT NULL,
  state       text NOT NULL DEFAULT 'received' CHECK (state IN ('received', 'done', 'ignored', 'failed')),
  -- a code (lib/rules/messenger-states.ts), and for a failure what was said
  reason      text,
  detail      text,
  attempts    integer NOT NULL DEFAULT 0,
  lease_until timestamptz(3),
  -- by the vendor's clock
  happened_at timestamptz(3) NOT NULL,
  seq         bigint GENERATED ALWAYS AS IDENTITY,
  ticket_id   uuid REFERENCES ticket (id) ON DELETE SET NULL,
  message_id  uuid REFERENCES message (id) ON DELETE SET NULL,
  received_at timestamptz(3) NOT NULL DEFAULT now(),
  settled_at  timestamptz(3),
  UNIQUE (page_id, key)
);
CREATE INDEX messenger_event_due ON messenger_event (page_id, psid, happened_at, seq) WHERE state = 'received';
CREATE INDEX messenger_event_newest ON messenger_event (received_at DESC, id DESC);
CREATE INDEX messenger_event_of_page ON messenger_event (page_id, received_at DESC);
CREATE INDEX messenger_event_message ON messenger_event (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX messenger_event_ticket ON messenger_event (ticket_id) WHERE ticket_id IS NOT NULL;

-- What leaves: a part of a message each, since the vendor takes 2,000 characters or one file at a time.
CREATE TABLE messenger_send (
  id              uuid PRIMARY KEY,
  message_id      uuid NOT NULL REFERENCES message (id) ON DELETE CASCADE,
  part            integer NOT NULL,
  contact_id      uuid NOT NULL REFERENCES messenger_contact (id) ON DELETE CASCADE,
  text            text,
  attachment_id   uuid REFERENCES attachment (id) ON DELETE CASCADE,
  state           text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sending', 'sent', 'deferred', 'failed')),
  attempts        integer NOT NULL DEFAULT 0,
  -- workers that were lost in the middle of it
  lapses          integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz(3) NOT NULL DEFAULT now(),
  lease_until     timestamptz(3),
  -- the vendor's name for it
  mid             text UNIQUE,
  error           text,
  seq             bigint GENERATED ALWAYS AS IDENTITY,
  sent_at         timestamptz(3),
  delivered_at    timestamptz(3),
  read_at         timestamptz(3),
  -- since when it is tried
  queued_at       timestamptz(3) NOT NULL DEFAULT now(),
  CHECK ((text IS NULL) <> (attachment_id IS NULL)),
  UNIQUE (message_id, part)
);
CREATE INDEX messenger_send_due ON messenger_send (contact_id, seq) WHERE state IN ('queued', 'sending', 'deferred');
CREATE INDEX messenger_send_unread ON messenger_send (contact_id) WHERE state = 'sent' AND read_at IS NULL;
CREATE INDEX messenger_send_attachment ON messenger_send (attachment_id) WHERE attachment_id IS NOT NULL;
CREATE INDEX messenger_send_failed ON messenger_send (contact_id, queued_at) WHERE state = 'failed';

-- ── The lab's Facebook: what the vendor would know ──────────────────────────────────────────────────────────────
-- An app with one page: where its webhooks go, and what it calls itself with.
CREATE TABLE lab_messenger_page (
  page_id      text PRIMARY KEY,
  name         text NOT NULL,
  -- the fake vendor's own secrets are derived from this
  nonce        text NOT NULL,
  callback_url text NOT NULL,
  created_at   timestamptz(3) NOT NULL DEFAULT now()
);
-- People with a telephone.
CREATE TABLE lab_messenger_person (
  psid       text PRIMARY KEY,
  page_id    text NOT NULL REFERENCES lab_messenger_page (page_id) ON DELETE CASCADE,
  first_name text NOT NULL,
  last_name  text NOT NULL,
  locale     text NOT NULL,
  -- what the next answer to him meets: rate, server, unavailable
  trouble    text
);
-- What stands in the conversation on his screen.
CREATE TABLE lab_messenger_message (
  mid          text PRIMARY KEY,
  psid         text NOT NULL REFERENCES lab_messenger_person (psid) ON DELETE CASCADE,
  by_page      boolean NOT NULL,
  text         text,
  -- a picture that he sent, or a file that he got
  file         bytea,
  file_type    text,
  file_name    text,
  tag          text,
  at           timestamptz(3) NOT NULL DEFAULT now(),
  read_at      timestamptz(3),
  seq          bigint GENERATED ALWAYS AS IDENTITY
);
CREATE INDEX lab_messenger_message_talk ON lab_messenger_message (psid, seq);
-- Files that were uploaded before they are sent.
CREATE TABLE lab_messenger_upload (
  id         text PRIMARY KEY,
  file       bytea NOT NULL,
  file_type  text NOT NULL,
  file_name  text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
