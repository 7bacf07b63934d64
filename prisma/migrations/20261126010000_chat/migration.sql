-- ── Web chat ──────────────────────────────────────────────────────────────────────────────────────────────────
-- A website on which visitors can chat. Its key is public; its identity secret is derived from the nonce.
CREATE TABLE widget (
  id            uuid PRIMARY KEY,
  key           text NOT NULL UNIQUE,
  name          text NOT NULL,
  -- pages that may show it, scheme, host and port; none is any
  origins       text[] NOT NULL DEFAULT '{}',
  team_id       uuid REFERENCES team (id) ON DELETE SET NULL,
  -- to choose from before the first message; none is all that the team speaks
  languages     text[] NOT NULL DEFAULT '{}',
  asks_email    text NOT NULL DEFAULT 'optional' CHECK (asks_email IN ('never', 'optional', 'required')),
  greeting      text NOT NULL DEFAULT '',
  accent        text,
  side          text NOT NULL DEFAULT 'end' CHECK (side IN ('end', 'start')),
  is_active     boolean NOT NULL DEFAULT true,
  -- nobody whom the website does not vouch for
  verified_only boolean NOT NULL DEFAULT false,
  nonce         text NOT NULL,
  first_seen_at timestamptz(3),
  last_seen_at  timestamptz(3),
  created_at    timestamptz(3) NOT NULL DEFAULT now(),
  updated_at    timestamptz(3) NOT NULL DEFAULT now()
);

-- A browser on such a page. Until his first message he is no person; then he is one of his own, of the same id, until
-- a code or the website's word tells whose account this is (docs/decisions/039-chat.md).
CREATE TABLE visitor (
  id           uuid PRIMARY KEY,
  widget_id    uuid NOT NULL REFERENCES widget (id) ON DELETE CASCADE,
  person_id    uuid REFERENCES person (id) ON DELETE CASCADE,
  nonce        text NOT NULL,
  -- what he says of himself: never put on a person, but for the name of the one who is made for him
  name         text,
  email           text,
  email_confirmed boolean NOT NULL DEFAULT false,
  -- whom the website says that he is
  identity_id  text,
  -- this person is proved to be him, by a code or by the website
  joined_at    timestamptz(3),
  locale       text NOT NULL DEFAULT 'en',
  page_url     text,
  page_title   text,
  referrer     text,
  created_at   timestamptz(3) NOT NULL DEFAULT now(),
  last_seen_at timestamptz(3) NOT NULL DEFAULT now()
) WITH (fillfactor = 70);
CREATE INDEX visitor_person ON visitor (person_id) WHERE person_id IS NOT NULL;
-- whom housekeeping forgets
CREATE INDEX visitor_silent ON visitor (created_at) WHERE person_id IS NULL;

-- A ticket that began on a website: who began it, and what of it is to be mailed while nobody is there to read it.
CREATE TABLE chat (
  ticket_id     uuid PRIMARY KEY REFERENCES ticket (id) ON DELETE CASCADE,
  widget_id     uuid REFERENCES widget (id) ON DELETE SET NULL,
  -- the browser it is seen on last
  visitor_id    uuid REFERENCES visitor (id) ON DELETE SET NULL,
  -- whose it was when it began: a merge of customers does not open it to others
  begun_by      uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  -- nobody of the team was there
  begun_offline boolean NOT NULL DEFAULT false,
  -- when unread answers are mailed unless somebody reads them first
  mail_due_at   timestamptz(3),
  -- up to where they were
  mailed_id     uuid REFERENCES message (id) ON DELETE SET NULL
);
CREATE INDEX chat_begun_by ON chat (begun_by);
CREATE INDEX chat_mail_due ON chat (mail_due_at) WHERE mail_due_at IS NOT NULL;
