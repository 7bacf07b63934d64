-- What people do now is read for search before imported history, however much of it waits.
DROP INDEX ticket_to_index;
CREATE INDEX ticket_to_index ON ticket (is_imported, id DESC) WHERE indexed_seq < text_seq;
