-- A telephone number of the house, and the provider who puts its calls through.
CREATE TABLE phone_line (
  id               uuid PRIMARY KEY,
  -- E.164
  number           text NOT NULL UNIQUE,
  name             text NOT NULL,
  provider         text NOT NULL DEFAULT 'twilio' CHECK (provider IN ('twilio')),
  account_sid      text NOT NULL,
  -- sealed
  auth_token       text NOT NULL,
  api_url          text NOT NULL,
  team_id          uuid REFERENCES team (id) ON DELETE SET NULL,
  -- one: that of all who call; several: the caller chooses by a digit, in this order
  languages        text[] NOT NULL DEFAULT '{}',
  -- by language, what is said in place of our own words: {"en": {"greeting": …, "wait": …}}
  words            jsonb NOT NULL DEFAULT '{}',
  max_wait_seconds integer NOT NULL DEFAULT 180,
  voicemail        boolean NOT NULL DEFAULT true,
  after_hours      text NOT NULL DEFAULT 'voicemail' CHECK (after_hours IN ('ring', 'voicemail', 'announce')),
  is_active        boolean NOT NULL DEFAULT true,
  created_at       timestamptz(3) NOT NULL DEFAULT now(),
  updated_at       timestamptz(3) NOT NULL DEFAULT now()
);

-- A call lasts as long as the customer is on the line (`ended_at`); agents come and go by its legs.
CREATE TABLE call (
  id                uuid PRIMARY KEY,
  line_id           uuid NOT NULL REFERENCES phone_line (id),
  -- null while the caller still chooses a language
  ticket_id         uuid REFERENCES ticket (id) ON DELETE CASCADE,
  direction         text NOT NULL CHECK (direction IN ('in', 'out')),
  state             text NOT NULL DEFAULT 'ringing'
    CHECK (state IN ('ringing', 'answered', 'held', 'ended', 'missed', 'voicemail')),
  -- null: the caller hides it
  customer_number   text,
  language          text,
  -- what the provider knows it by: of the leg that began it
  provider_ref      text UNIQUE,
  -- who speaks, or is being put through
  agent_id          uuid REFERENCES person (id) ON DELETE SET NULL,
  offer_id          uuid REFERENCES offer (id) ON DELETE SET NULL,
  started_at        timestamptz(3) NOT NULL DEFAULT now(),
  answered_at       timestamptz(3),
  held_at           timestamptz(3),
  ended_at          timestamptz(3),
  -- the provider's last word of it, asked or told
  heard_at          timestamptz(3) NOT NULL DEFAULT now(),
  recording_ref     text UNIQUE,
  recording_seconds integer,
  recording_state   text CHECK (recording_state IN ('pending', 'kept', 'lost')),
  recording_tries   integer NOT NULL DEFAULT 0,
  recording_due     timestamptz(3),
  -- the voicemail
  message_id        uuid REFERENCES message (id) ON DELETE SET NULL,
  transcript        text,
  CHECK (ended_at IS NULL OR state IN ('ended', 'missed', 'voicemail')),
  CHECK (state NOT IN ('ended', 'missed') OR ended_at IS NOT NULL)
);
CREATE INDEX call_ticket ON call (ticket_id, started_at DESC);
CREATE INDEX call_line ON call (line_id, started_at DESC);
-- One at a time, of a ticket and of who speaks.
CREATE UNIQUE INDEX call_live ON call (ticket_id) WHERE ended_at IS NULL;
CREATE INDEX call_live_agent ON call (agent_id) WHERE ended_at IS NULL;
CREATE INDEX call_recording ON call (recording_due) WHERE recording_state = 'pending';

CREATE TABLE call_leg (
  id          uuid PRIMARY KEY,
  call_id     uuid NOT NULL REFERENCES call (id) ON DELETE CASCADE,
  party       text NOT NULL CHECK (party IN ('customer', 'agent')),
  person_id   uuid REFERENCES person (id) ON DELETE SET NULL,
  ref         text UNIQUE,
  state       text NOT NULL DEFAULT 'dialing' CHECK (state IN ('dialing', 'ringing', 'answered', 'ended')),
  started_at  timestamptz(3) NOT NULL DEFAULT now(),
  answered_at timestamptz(3),
  ended_at    timestamptz(3)
);
CREATE INDEX call_leg_call ON call_leg (call_id, started_at);

-- What the provider is to be told, in this order for each call; kept until he has heard it.
CREATE TABLE call_act (
  id              uuid PRIMARY KEY,
  call_id         uuid NOT NULL REFERENCES call (id) ON DELETE CASCADE,
  act             text NOT NULL CHECK (act IN ('dial', 'put_through', 'hold', 'resume', 'hang_up', 'voicemail')),
  leg_id          uuid REFERENCES call_leg (id) ON DELETE CASCADE,
  state           text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'doing', 'done', 'dropped', 'failed')),
  attempts        integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz(3) NOT NULL DEFAULT now(),
  lease_until     timestamptz(3),
  error           text,
  created_at      timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX call_act_call ON call_act (call_id, created_at);
CREATE INDEX call_act_due ON call_act (next_attempt_at) WHERE state IN ('queued', 'doing');

-- The simulated telephone network of the lab: what the provider would keep of a leg.
CREATE TABLE lab_call (
  sid         text PRIMARY KEY,
  parent_sid  text REFERENCES lab_call (sid) ON DELETE CASCADE,
  account_sid text NOT NULL,
  line_number text NOT NULL,
  from_number text NOT NULL,
  to_number   text NOT NULL,
  direction   text NOT NULL CHECK (direction IN ('inbound', 'outbound-api', 'outbound-dial')),
  status      text NOT NULL,
  status_url  text,
  status_events text[] NOT NULL,
  -- asked for TwiML when it is answered
  url         text,
  -- what it waits in (gather, queue, dial, record), with its attributes, and what is to be done after it
  waits_in    text CHECK (waits_in IN ('gather', 'queue', 'dial', 'record')),
  attributes  jsonb NOT NULL DEFAULT '{}',
  rest        text NOT NULL DEFAULT '',
  due_at      timestamptz(3),
  created_at  timestamptz(3) NOT NULL DEFAULT now(),
  answered_at timestamptz(3),
  ended_at    timestamptz(3)
);
CREATE INDEX lab_call_parent ON lab_call (parent_sid);
CREATE INDEX lab_call_newest ON lab_call (created_at DESC);
-- What is heard on it, as text.
CREATE TABLE lab_call_word (
  id   uuid PRIMARY KEY,
  sid  text NOT NULL REFERENCES lab_call (sid) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('say', 'play', 'said', 'digits', 'note')),
  text text NOT NULL,
  language text,
  at   timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX lab_call_word_call ON lab_call_word (sid, at);
CREATE TABLE lab_recording (
  sid        text PRIMARY KEY,
  call_sid   text NOT NULL REFERENCES lab_call (sid) ON DELETE CASCADE,
  account_sid text NOT NULL,
  seconds    integer NOT NULL,
  said       text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
