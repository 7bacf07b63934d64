-- Calls of this line are recorded while somebody speaks with the customer, who is told so before.
ALTER TABLE phone_line ADD COLUMN records_calls boolean NOT NULL DEFAULT false;

-- Its script tells the customer that the call is recorded, before the two are put through to each other.
ALTER TABLE call_leg ADD COLUMN announces boolean NOT NULL DEFAULT false;

-- When the provider is to be asked what he recorded of a call: what he told may have been told to nobody.
ALTER TABLE call ADD COLUMN recordings_due timestamptz(3);
CREATE INDEX call_recordings_due ON call (recordings_due) WHERE recordings_due IS NOT NULL;

-- What was recorded of a call: the message that a caller left, or what was spoken (each time that two were put through).
CREATE TABLE recording (
  id         uuid PRIMARY KEY,
  call_id    uuid NOT NULL REFERENCES call (id) ON DELETE CASCADE,
  kind       text NOT NULL CHECK (kind IN ('voicemail', 'talk')),
  -- what the provider knows it by
  ref        text NOT NULL UNIQUE,
  -- of a talk: who spoke with the customer
  person_id  uuid REFERENCES person (id) ON DELETE SET NULL,
  -- 0: not told
  seconds    integer NOT NULL,
  transcript text,
  state      text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'kept', 'lost')),
  tries      integer NOT NULL DEFAULT 0,
  due_at     timestamptz(3) NOT NULL DEFAULT now(),
  -- where it is in the conversation: public what the customer left, a note what was spoken
  message_id uuid UNIQUE REFERENCES message (id) ON DELETE SET NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now()
);
CREATE INDEX recording_call ON recording (call_id);
CREATE UNIQUE INDEX recording_voicemail ON recording (call_id) WHERE kind = 'voicemail';
CREATE INDEX recording_due ON recording (due_at) WHERE state = 'pending';

INSERT INTO recording (id, call_id, kind, ref, seconds, transcript, state, tries, due_at, message_id, created_at)
SELECT make_uuid_v7(), id, 'voicemail', recording_ref, coalesce(recording_seconds, 0), transcript,
  coalesce(recording_state, 'lost'), recording_tries, coalesce(recording_due, now()), message_id, heard_at
FROM call WHERE recording_ref IS NOT NULL;

DROP INDEX call_recording;
ALTER TABLE call DROP COLUMN recording_ref, DROP COLUMN recording_seconds, DROP COLUMN recording_state,
  DROP COLUMN recording_tries, DROP COLUMN recording_due, DROP COLUMN message_id, DROP COLUMN transcript;

-- The simulated network: by which verb it was recorded, in the vendor's words.
ALTER TABLE lab_recording ADD COLUMN source text NOT NULL DEFAULT 'RecordVerb';
