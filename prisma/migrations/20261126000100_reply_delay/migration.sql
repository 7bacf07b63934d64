-- How far a customer has seen a ticket is known from ticket_read already: nothing was ever written here.
DROP TABLE customer_seen;
