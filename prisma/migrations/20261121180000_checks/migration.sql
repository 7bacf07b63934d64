-- How often the check of a file was begun since it was asked for: one that never ends is given up.
ALTER TABLE import ADD COLUMN tries integer NOT NULL DEFAULT 0;
