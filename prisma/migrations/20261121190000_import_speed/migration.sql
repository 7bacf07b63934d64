-- What people do now is read for search before imported history, however much of it waits.
DROP INDEX ticket_to_index;
CREATE INDEX ticket_to_index ON ticket (is_imported, id DESC) WHERE indexed_seq < text_seq;

-- Routing asks for what it may give away. Imported history is kept out of it, and must not be walked through each time.
DROP INDEX ticket_queue;
CREATE INDEX ticket_queue ON ticket (priority DESC, (coalesce(waiting_since, created_at)), id)
  WHERE assignee_id IS NULL AND status = 'OPEN' AND deleted_at IS NULL AND spam_at IS NULL AND NOT is_held;
