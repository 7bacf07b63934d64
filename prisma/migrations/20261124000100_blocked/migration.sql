-- Whatever he writes is spam: kept, never routed, and mails nobody.
ALTER TABLE person ADD COLUMN is_blocked boolean NOT NULL DEFAULT false CHECK (NOT is_blocked OR role = 'customer');
