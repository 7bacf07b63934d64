-- Who follows what, who was named, and what each of the staff is told.

CREATE TABLE ticket_follower (
  ticket_id  uuid NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  person_id  uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  -- what happened before is no news
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (ticket_id, person_id)
);
CREATE INDEX ticket_follower_person ON ticket_follower (person_id);

CREATE TABLE message_mention (
  message_id uuid NOT NULL REFERENCES message (id) ON DELETE CASCADE,
  person_id  uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  PRIMARY KEY (message_id, person_id)
);
CREATE INDEX message_mention_person ON message_mention (person_id);

-- One a person and event, written with the event's own mark "published": neither twice nor never.
CREATE TABLE notice (
  id         uuid PRIMARY KEY,
  person_id  uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  event_id   uuid NOT NULL REFERENCES event (id) ON DELETE CASCADE,
  ticket_id  uuid NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  kind       text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  read_at    timestamptz(3),
  -- the person wants it by mail as well, and no mail of the act itself has told it
  by_mail    boolean NOT NULL DEFAULT false,
  -- the digest that has it
  mail_id    uuid REFERENCES outbound_mail (id) ON DELETE SET NULL,
  UNIQUE (event_id, person_id)
);
CREATE INDEX notice_newest ON notice (person_id, id DESC);
CREATE INDEX notice_unread ON notice (person_id, id DESC) WHERE read_at IS NULL;
CREATE INDEX notice_to_mail ON notice (created_at) WHERE by_mail AND mail_id IS NULL AND read_at IS NULL;
CREATE INDEX notice_ticket ON notice (ticket_id);
CREATE INDEX notice_mail ON notice (mail_id);

-- How each person wants to be told of each kind; without a row, as lib/rules/notices.ts says.
CREATE TABLE notice_choice (
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  kind      text NOT NULL,
  in_app    boolean NOT NULL,
  desktop   boolean NOT NULL,
  sound     boolean NOT NULL,
  email     boolean NOT NULL,
  PRIMARY KEY (person_id, kind)
);
