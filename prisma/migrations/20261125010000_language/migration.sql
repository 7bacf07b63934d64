-- Nobody said in which language a ticket is, and it is long enough to tell: the worker reads it before it is given out.
ALTER TABLE ticket ADD COLUMN language_open boolean NOT NULL DEFAULT false;
CREATE INDEX ticket_language_open ON ticket (id) WHERE language_open;
