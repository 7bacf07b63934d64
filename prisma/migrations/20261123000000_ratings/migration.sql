-- What customers say of the help they got: one row for each resolution that somebody was asked about or rated.
CREATE TABLE rating (
  id          uuid PRIMARY KEY,
  ticket_id   uuid NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  -- the resolution that is meant; a ticket that was opened again and solved again is rated anew
  resolved_at timestamptz(3) NOT NULL,
  -- whose last public reply stood there
  agent_id    uuid REFERENCES person (id) ON DELETE SET NULL,
  -- of the link that is mailed; its secret half is never stored
  nonce       text NOT NULL,
  -- null: rated on the page, without having been asked
  asked_at    timestamptz(3),
  score       smallint CHECK (score BETWEEN 1 AND 5),
  comment     text,
  answered_at timestamptz(3),
  changed_at  timestamptz(3),
  UNIQUE (ticket_id, resolved_at),
  CHECK ((score IS NULL) = (answered_at IS NULL)),
  CHECK (score IS NOT NULL OR (comment IS NULL AND changed_at IS NULL))
);
CREATE INDEX rating_answered ON rating (answered_at) WHERE answered_at IS NOT NULL;
CREATE INDEX rating_agent ON rating (agent_id) WHERE agent_id IS NOT NULL;

-- Somebody of the team may spare the customer the question.
ALTER TABLE ticket ADD COLUMN ask_rating boolean NOT NULL DEFAULT true;
-- Whom to ask: what was resolved of late, closed since or not.
CREATE INDEX ticket_resolution ON ticket (resolved_at) WHERE resolved_at IS NOT NULL;
