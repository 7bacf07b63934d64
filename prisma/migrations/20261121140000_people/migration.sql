-- People, teams and who sees what.

-- When the newest invitation was mailed; null for who needed none.
ALTER TABLE person ADD COLUMN invited_at timestamptz(3);
UPDATE person p SET invited_at = e.at
FROM (SELECT data ->> 'person_id' AS person_id, max(created_at) AS at FROM event
      WHERE type = 'invitation.sent' GROUP BY 1) e
WHERE p.id::text = e.person_id;

-- What nobody holds, team by team (null: everybody's), for the lists of agents who see the queues of their teams.
CREATE INDEX ticket_unassigned ON ticket (team_id, created_at DESC, id DESC)
  WHERE assignee_id IS NULL AND deleted_at IS NULL;

-- A load weighs what waits for its customer, so the status is counted from the index as well.
DROP INDEX ticket_load;
CREATE INDEX ticket_load ON ticket (assignee_id, channel, status)
  WHERE status IN ('OPEN', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_ON_CUSTOMER') AND deleted_at IS NULL AND spam_at IS NULL;
