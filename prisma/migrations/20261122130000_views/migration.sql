-- Finding and working through many tickets: tags, what each person has read, saved views, bulk acts.

-- Staff's own words on a ticket. Its customer is never told them.
ALTER TABLE ticket ADD COLUMN tags text[] NOT NULL DEFAULT '{}';
-- most tickets have none: they cost this index nothing
CREATE INDEX ticket_tags ON ticket USING gin (tags) WHERE tags <> '{}';

-- Every tag that was ever given, to suggest it again.
CREATE TABLE tag (
  name         text PRIMARY KEY,
  last_used_at timestamptz(3) NOT NULL DEFAULT now()
);

-- How far each of the staff has read a ticket.
CREATE TABLE ticket_read (
  person_id  uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  ticket_id  uuid NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  message_id uuid NOT NULL REFERENCES message (id) ON DELETE CASCADE,
  read_at    timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (person_id, ticket_id)
);
CREATE INDEX ticket_read_ticket ON ticket_read (ticket_id);
CREATE INDEX ticket_read_message ON ticket_read (message_id);

-- A list somebody wants to see again. Whose it is: a person's, a team's, or everybody's when it is neither's.
CREATE TABLE view (
  id         uuid PRIMARY KEY,
  name       text NOT NULL,
  -- lib/schemas/view.ts; a filter is always joined with what its reader may see
  filter     jsonb NOT NULL DEFAULT '{}',
  sort       text NOT NULL,
  group_by   text,
  -- facts that its rows show; null: the usual ones
  columns    text[],
  owner_id   uuid REFERENCES person (id) ON DELETE CASCADE,
  team_id    uuid REFERENCES team (id) ON DELETE CASCADE,
  position   integer NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  CHECK (owner_id IS NULL OR team_id IS NULL)
);
CREATE INDEX view_owner ON view (owner_id, position);
CREATE INDEX view_team ON view (team_id);

-- One act on many tickets, and what it did to each: so that a repeat does nothing twice, and undo knows what was.
CREATE TABLE bulk_act (
  id         uuid PRIMARY KEY,
  person_id  uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  actions    jsonb NOT NULL,
  undone_at  timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX bulk_act_person ON bulk_act (person_id);
CREATE INDEX bulk_act_age ON bulk_act (created_at);
CREATE TABLE bulk_change (
  bulk_id   uuid NOT NULL REFERENCES bulk_act (id) ON DELETE CASCADE,
  -- what was asked for: it may name no ticket, or one that is gone by now
  ticket_id uuid NOT NULL,
  -- why nothing was done
  code      text,
  -- the columns that the act changed, as they were and as it left them
  before    jsonb,
  after     jsonb,
  PRIMARY KEY (bulk_id, ticket_id)
);
