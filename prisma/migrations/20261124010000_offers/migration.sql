-- A call or chat rings at one agent: he accepts, declines or lets it ring (`missed`), or it is taken from him. What routing
-- decided stands here until he accepts, and becomes a decision then.
CREATE TABLE offer (
  id         uuid PRIMARY KEY,
  ticket_id  uuid NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  person_id  uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  kind       text NOT NULL CHECK (kind IN ('call', 'chat')),
  state      text NOT NULL DEFAULT 'ringing' CHECK (state IN ('ringing', 'accepted', 'declined', 'missed', 'withdrawn')),
  at         timestamptz(3) NOT NULL DEFAULT now(),
  -- how long it rings
  until      timestamptz(3) NOT NULL,
  -- null: it rings, or was accepted and the conversation goes on
  ended_at   timestamptz(3),
  -- the place stays taken until then; null when that is over, or never began
  wrap_up_until timestamptz(3),
  -- as in `routing_decision`
  demand_id  integer NOT NULL,
  version    integer NOT NULL REFERENCES routing_policy (version),
  considered integer NOT NULL,
  excluded   jsonb NOT NULL,
  winner     jsonb NOT NULL,
  -- why him, as it will stand on the ticket when he accepts
  reason     jsonb NOT NULL,
  CHECK (CASE state WHEN 'ringing' THEN ended_at IS NULL WHEN 'accepted' THEN true ELSE ended_at IS NOT NULL END)
);
-- A ticket rings in one place at a time.
CREATE UNIQUE INDEX offer_ringing ON offer (ticket_id) WHERE state = 'ringing';
CREATE INDEX offer_ticket ON offer (ticket_id, at DESC);
-- What takes a place, and what ends by time.
CREATE INDEX offer_live ON offer (person_id) WHERE ended_at IS NULL OR wrap_up_until IS NOT NULL;
CREATE INDEX offer_due ON offer (until) WHERE state = 'ringing';
CREATE INDEX offer_wrap_up ON offer (wrap_up_until) WHERE wrap_up_until IS NOT NULL;
CREATE INDEX offer_refused ON offer (ended_at) WHERE state IN ('declined', 'missed');

-- Set while it rings at somebody: then it is not to be given to anybody else.
ALTER TABLE ticket ADD COLUMN offer_id uuid;

-- Customers whom routing never gives to somebody.
CREATE TABLE blocked_pair (
  customer_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  person_id   uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  blocked_by  uuid REFERENCES person (id) ON DELETE SET NULL,
  at          timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (customer_id, person_id)
);
