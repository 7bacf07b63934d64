-- The workspace: teams, skills, topics, canned replies, and a record of what admins did that nobody can change.

CREATE TABLE team (
  id         uuid PRIMARY KEY,
  name       text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX team_name ON team (lower(name));

CREATE TABLE team_member (
  team_id   uuid NOT NULL REFERENCES team (id) ON DELETE CASCADE,
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  PRIMARY KEY (team_id, person_id)
);
CREATE INDEX team_member_person ON team_member (person_id);

ALTER TABLE ticket ADD CONSTRAINT ticket_team_id_fkey FOREIGN KEY (team_id) REFERENCES team (id) ON DELETE SET NULL;
CREATE INDEX ticket_team ON ticket (team_id, created_at DESC, id DESC) WHERE team_id IS NOT NULL;

-- what a person can do beside languages; lower case words
ALTER TABLE person ADD COLUMN skills text[] NOT NULL DEFAULT '{}';

-- What a customer chooses from when he writes. `ticket.topic` holds the key, which never changes; names may.
CREATE TABLE topic (
  id          uuid PRIMARY KEY,
  key         text NOT NULL UNIQUE,
  -- name in each language of the interface: {"en": "Billing", "de": "Abrechnung"}
  names       jsonb NOT NULL,
  -- where its tickets go, and what their agent must be able to do
  team_id     uuid REFERENCES team (id) ON DELETE SET NULL,
  skills      text[] NOT NULL DEFAULT '{}',
  position    integer NOT NULL DEFAULT 0,
  archived_at timestamptz(3),
  created_at  timestamptz(3) NOT NULL DEFAULT now(),
  updated_at  timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX topic_team ON topic (team_id) WHERE team_id IS NOT NULL;
CREATE INDEX ticket_topic ON ticket (topic, created_at DESC, id DESC) WHERE topic IS NOT NULL;

CREATE TABLE canned_reply (
  id           uuid PRIMARY KEY,
  -- typed after a slash in the composer
  short_code   text NOT NULL UNIQUE,
  title        text NOT NULL,
  folder       text,
  topic        text,
  -- text in each language, variables in double braces: {"en": "Hello {{customer.first_name|there}}, …"}
  bodies       jsonb NOT NULL,
  -- whose: a person's, a team's, or everybody's
  owner_id     uuid REFERENCES person (id) ON DELETE CASCADE,
  team_id      uuid REFERENCES team (id) ON DELETE CASCADE,
  use_count    integer NOT NULL DEFAULT 0,
  last_used_at timestamptz(3),
  updated_by   uuid REFERENCES person (id) ON DELETE SET NULL,
  archived_at  timestamptz(3),
  created_at   timestamptz(3) NOT NULL DEFAULT now(),
  updated_at   timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX canned_reply_owner ON canned_reply (owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX canned_reply_team ON canned_reply (team_id) WHERE team_id IS NOT NULL;
CREATE INDEX canned_reply_updated_by ON canned_reply (updated_by) WHERE updated_by IS NOT NULL;

-- The audit log: events that belong to no ticket, newest first; of one person.
CREATE INDEX event_general ON event (created_at DESC, id DESC) WHERE ticket_id IS NULL;
CREATE INDEX event_general_actor ON event (actor_id, created_at DESC, id DESC) WHERE ticket_id IS NULL;

-- Append only: what was recorded stays as it is, for every program and for whoever has a SQL prompt in a hurry.
-- Publishing may mark an event, and a ticket's events go with their ticket when the trash is emptied.
CREATE FUNCTION keep_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'events are append only' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (to_jsonb(OLD) - 'published_at') IS DISTINCT FROM (to_jsonb(NEW) - 'published_at') THEN
    RAISE EXCEPTION 'events are append only' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER event_kept BEFORE DELETE OR UPDATE ON event
  FOR EACH ROW WHEN (OLD.ticket_id IS NULL) EXECUTE FUNCTION keep_event();
