-- Since when admins know that its server cannot be looked at; null while it can.
ALTER TABLE mailbox_imap ADD COLUMN alarmed_at timestamptz(3);

-- What is told of the house itself is of no ticket.
ALTER TABLE notice ALTER COLUMN ticket_id DROP NOT NULL;
