-- First answers of one kind of work in the same languages, the newest first: how long whoever waits for one may have to
-- (lib/db/sql/answers.ts). Zones have no say in it, so that the expression is immutable.
CREATE INDEX ticket_fact_answered ON ticket_fact (
  (CASE channel WHEN 'CALL' THEN 'call' WHEN 'CHAT' THEN 'chat' ELSE 'other' END),
  languages,
  ((created_at AT TIME ZONE 'UTC') + reply_seconds * interval '1 second') DESC
) INCLUDE (reply_seconds) WHERE created_at IS NOT NULL AND reply_seconds IS NOT NULL;
