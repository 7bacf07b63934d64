-- What happens to a ticket beside its answers: snooze, promise, merge, split; and what happens to a message afterwards.

ALTER TABLE ticket
  -- asleep until a time, or until the customer answers: one of the two
  ADD COLUMN snoozed_until timestamptz(3),
  ADD COLUMN snoozed_for_reply boolean NOT NULL DEFAULT false,
  -- the time that it slept to when an answer woke it: "snooze again to the same time"
  ADD COLUMN woken_from timestamptz(3),
  -- a closing remark came, and the ticket stayed as it was
  ADD COLUMN thanked_at timestamptz(3),
  -- what was promised if nobody has answered by then; `promise_due`: the time came, and it stands as a reminder
  ADD COLUMN promise_at timestamptz(3),
  ADD COLUMN promise_act text CHECK (promise_act IN ('remind', 'resolve')),
  ADD COLUMN promise_by uuid REFERENCES person (id) ON DELETE SET NULL,
  ADD COLUMN promise_due boolean NOT NULL DEFAULT false,
  -- where its conversation went on; what is merged ends with the ticket that it became part of
  ADD COLUMN merged_into uuid REFERENCES ticket (id) ON DELETE CASCADE,
  ADD COLUMN split_from uuid REFERENCES ticket (id) ON DELETE SET NULL,
  ADD CHECK (snoozed_until IS NULL OR NOT snoozed_for_reply),
  ADD CHECK ((promise_at IS NULL) = (promise_act IS NULL));
CREATE INDEX ticket_snoozed ON ticket (snoozed_until, id) WHERE snoozed_until IS NOT NULL;
CREATE INDEX ticket_asleep ON ticket (created_at DESC, id DESC) WHERE snoozed_until IS NOT NULL OR snoozed_for_reply;
CREATE INDEX ticket_promise ON ticket (promise_at, id) WHERE promise_at IS NOT NULL AND NOT promise_due;
CREATE INDEX ticket_promise_by ON ticket (promise_by) WHERE promise_by IS NOT NULL;
CREATE INDEX ticket_merged_into ON ticket (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX ticket_split_from ON ticket (split_from) WHERE split_from IS NOT NULL;

-- What is merged goes with its ticket, so a follow-up of it must not hold that up.
ALTER TABLE ticket DROP CONSTRAINT ticket_follow_up_of_fkey;
ALTER TABLE ticket ADD CONSTRAINT ticket_follow_up_of_fkey
  FOREIGN KEY (follow_up_of) REFERENCES ticket (id) ON DELETE SET NULL;

ALTER TABLE message
  -- the ticket that it was written in, when it is another one than that in which it stands
  ADD COLUMN origin_ticket_id uuid REFERENCES ticket (id) ON DELETE SET NULL,
  ADD COLUMN edited_at timestamptz(3),
  ADD COLUMN removed_at timestamptz(3),
  ADD COLUMN removed_by uuid REFERENCES person (id) ON DELETE SET NULL;
CREATE INDEX message_origin_ticket ON message (origin_ticket_id, created_at, id) WHERE origin_ticket_id IS NOT NULL;
CREATE INDEX message_removed_by ON message (removed_by) WHERE removed_by IS NOT NULL;

-- What a merge did, so that it can be taken back for 30 days.
CREATE TABLE ticket_merge (
  id              uuid PRIMARY KEY,
  source_id       uuid NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  target_id       uuid NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  merged_by       uuid REFERENCES person (id) ON DELETE SET NULL,
  -- the messages that went over
  messages        uuid[] NOT NULL,
  -- addresses that came into copy with it
  participants    text[] NOT NULL DEFAULT '{}',
  -- the source as it was, by column
  source_before   jsonb NOT NULL,
  -- what the target had before, by column, of what the merge changed
  target_before   jsonb NOT NULL,
  created_at      timestamptz(3) NOT NULL DEFAULT now(),
  undone_at       timestamptz(3)
);
CREATE UNIQUE INDEX ticket_merge_source ON ticket_merge (source_id) WHERE undone_at IS NULL;
CREATE INDEX ticket_merge_sources ON ticket_merge (source_id);
CREATE INDEX ticket_merge_targets ON ticket_merge (target_id);
CREATE INDEX ticket_merge_by ON ticket_merge (merged_by) WHERE merged_by IS NOT NULL;
