-- How far a customer has seen a ticket is known from ticket_read already: nothing was ever written here, nor into these.
DROP TABLE customer_seen;
ALTER TABLE inbound_mail DROP COLUMN names;
ALTER TABLE attachment DROP COLUMN content_id;
