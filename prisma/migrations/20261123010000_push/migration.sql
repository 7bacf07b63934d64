-- Web push: browsers of the staff that are told of notices while no window of the desk is open.

-- Belongs to a login: signing out, or being signed out, ends it.
CREATE TABLE push_subscription (
  id         uuid PRIMARY KEY,
  person_id  uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  session_id uuid NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  -- address at the browser's push service, and the keys that its messages are encrypted with
  endpoint   text NOT NULL UNIQUE,
  p256dh     text NOT NULL,
  auth       text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX push_subscription_person ON push_subscription (person_id);
CREATE INDEX push_subscription_session ON push_subscription (session_id);

-- Who has chosen the notices of desktops has chosen these: without a browser that asked for them none come.
ALTER TABLE notice_choice ADD COLUMN push boolean NOT NULL DEFAULT false;
UPDATE notice_choice SET push = desktop;
ALTER TABLE notice_choice ALTER COLUMN push DROP DEFAULT;

ALTER TABLE notice
  ADD COLUMN by_push boolean NOT NULL DEFAULT false,
  -- set before it is sent: it comes once or, should the worker die in between, not at all
  ADD COLUMN pushed_at timestamptz(3);
CREATE INDEX notice_to_push ON notice (created_at) WHERE by_push AND pushed_at IS NULL;
