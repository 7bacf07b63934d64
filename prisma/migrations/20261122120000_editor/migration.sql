-- How long somebody's messages can be taken back after he sent them; 0 sends them at once.
ALTER TABLE person ADD COLUMN undo_seconds integer NOT NULL DEFAULT 10 CHECK (undo_seconds BETWEEN 0 AND 60);
