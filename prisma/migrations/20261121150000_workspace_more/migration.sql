-- The audit log by kind of act and by the person it was done to, and deletions of tickets beside it.
CREATE INDEX event_general_type ON event (type, created_at DESC, id DESC) WHERE ticket_id IS NULL;
CREATE INDEX event_general_person ON event ((data ->> 'person_id'), created_at DESC, id DESC) WHERE ticket_id IS NULL;
CREATE INDEX event_trash ON event (created_at DESC, id DESC) WHERE type IN ('ticket.deleted', 'ticket.restored');
