-- The limit of an address that nobody has confirmed (control C35) counts all that went there, whoever it was meant for.
DROP INDEX outbound_mail_stranger;
CREATE INDEX outbound_mail_recipient ON outbound_mail (recipient);
