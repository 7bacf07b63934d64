-- The ledger of drafts: one row a call, written with the request, then with what came of it (product 2.21).

CREATE TABLE ai_draft (
  id            uuid PRIMARY KEY,
  ticket_id     uuid NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  -- who asked
  person_id     uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  kind          text NOT NULL CHECK (kind IN ('reply', 'refine', 'summary', 'suggest')),
  -- what was asked for: instruction, language, text, include_notes
  input         jsonb NOT NULL DEFAULT '{}',
  status        text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'running', 'done', 'failed', 'cancelled')),
  -- after this time nobody works on it any more, whatever its status says
  deadline_at   timestamptz(3) NOT NULL,
  provider      text CHECK (provider IN ('gemini', 'openai', 'none')),
  model         text,
  -- text, sentences, questions, proposals, similar tickets; forgotten after 30 days
  result        jsonb,
  -- what the draft could rest on: id, kind, title, passage, age; forgotten after 30 days
  sources       jsonb NOT NULL DEFAULT '[]',
  -- how many of its sentences claim something without a source, and how many questions it asked
  unsupported   integer NOT NULL DEFAULT 0,
  questions     integer NOT NULL DEFAULT 0,
  tokens_in     integer,
  tokens_out    integer,
  -- millionths of a US dollar; null where the price is not known
  cost_micros   bigint,
  latency_ms    integer,
  error         text,
  -- seconds that the provider asked us to wait
  retry_after   integer,
  -- what became of it: inserted and sent as it was, sent after edits, or thrown away
  outcome       text CHECK (outcome IN ('used', 'edited', 'discarded')),
  message_id    uuid REFERENCES message (id) ON DELETE SET NULL,
  edit_distance integer,
  -- of the longer of both texts
  edit_of       integer,
  thumb         smallint CHECK (thumb IN (-1, 1)),
  thumb_reason  text,
  created_at    timestamptz(3) NOT NULL DEFAULT now(),
  finished_at   timestamptz(3)
);
-- How many a person asked for lately.
CREATE INDEX ai_draft_person ON ai_draft (person_id, created_at DESC);
CREATE INDEX ai_draft_ticket ON ai_draft (ticket_id);
CREATE INDEX ai_draft_message ON ai_draft (message_id) WHERE message_id IS NOT NULL;
-- What the sweep ends.
CREATE INDEX ai_draft_open ON ai_draft (deadline_at) WHERE status IN ('queued', 'running');
-- The ledger by time; the last word of a provider that asked us to wait.
CREATE INDEX ai_draft_newest ON ai_draft (created_at DESC);
CREATE INDEX ai_draft_waits ON ai_draft (finished_at DESC) WHERE retry_after IS NOT NULL;
