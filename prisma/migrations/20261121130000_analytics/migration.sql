-- What reports count. All of it is derived from the event log and can be thrown away: `npm run analytics:rebuild`.

-- One row a ticket: when it was made, first answered and resolved, and how long that took.
CREATE TABLE ticket_fact (
  ticket_id           uuid PRIMARY KEY REFERENCES ticket (id) ON DELETE CASCADE,
  -- the event up to which the log was read, and the calendar that was used
  seq                 integer NOT NULL,
  hours               text NOT NULL,
  status              text NOT NULL,
  priority            smallint NOT NULL,
  channel             text NOT NULL,
  topic               text,
  team_id             uuid,
  agent_id            uuid,
  languages           text[] NOT NULL DEFAULT '{}',
  created_at          timestamptz(3),
  -- dates of the calendar's zone; null where it did not happen, and all of them for spam and what lies in the trash
  created_day         date,
  replied_day         date,
  resolved_day        date,
  -- calendar and business seconds; business is null in a house that never opens
  reply_seconds       integer,
  reply_business      integer,
  resolution_seconds  integer,
  resolution_business integer
);
CREATE INDEX ticket_fact_created ON ticket_fact (created_day);
CREATE INDEX ticket_fact_replied ON ticket_fact (replied_day);
CREATE INDEX ticket_fact_resolved ON ticket_fact (resolved_day);
CREATE INDEX ticket_fact_open ON ticket_fact (created_at)
  WHERE created_day IS NOT NULL AND status IN ('OPEN', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_ON_CUSTOMER');

-- Who held a ticket while it was not solved; `held_to` is null while he still does.
CREATE TABLE ticket_hold (
  ticket_id uuid NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  position  integer NOT NULL,
  agent_id  uuid NOT NULL,
  held_from timestamptz(3) NOT NULL,
  held_to   timestamptz(3),
  PRIMARY KEY (ticket_id, position)
);
CREATE INDEX ticket_hold_time ON ticket_hold (held_from, held_to);

-- Sums of a day: how many tickets of one channel, team … were created, first answered or resolved on it.
CREATE TABLE report_day (
  -- all, channel, topic, team, agent, language, status or priority, and which one ('' is none)
  dimension text NOT NULL,
  measure   text NOT NULL CHECK (measure IN ('created', 'replied', 'resolved')),
  day       date NOT NULL,
  key       text NOT NULL,
  n         integer NOT NULL,
  seconds   bigint,
  business  bigint,
  -- log-spaced histograms of both: pairs of bin (int2) and count (int4), lib/rules/histogram.ts
  seconds_histogram  bytea,
  business_histogram bytea,
  PRIMARY KEY (dimension, measure, day, key)
);

-- The same of a whole month that is over, so that a year of fifty agents is read in a moment. A month whose day was
-- summed anew is deleted with it and made again by the next sweep; until then its days are read.
CREATE TABLE report_month (
  dimension text NOT NULL,
  measure   text NOT NULL,
  month     date NOT NULL,
  key       text NOT NULL,
  n         integer NOT NULL,
  seconds   bigint,
  business  bigint,
  seconds_histogram  bytea,
  business_histogram bytea,
  PRIMARY KEY (dimension, measure, month, key)
);

-- Days whose sums are older than their tickets' facts: written with the facts, taken with the new sums.
CREATE TABLE report_dirty (
  measure text NOT NULL,
  day     date NOT NULL,
  PRIMARY KEY (measure, day)
);

-- When people were available: how long they were there in a range.
CREATE INDEX event_availability ON event (created_at) WHERE type = 'availability.changed';

-- A ticket that is deleted for good leaves the sums of its days as well.
CREATE FUNCTION forget_fact() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO report_dirty (measure, day)
  SELECT m.measure, m.day
  FROM (VALUES ('created', OLD.created_day), ('replied', OLD.replied_day), ('resolved', OLD.resolved_day)) AS m (measure, day)
  WHERE m.day IS NOT NULL ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER ticket_fact_forgotten AFTER DELETE ON ticket_fact FOR EACH ROW EXECUTE FUNCTION forget_fact();
