-- What Messenger took and has not yet said to be delivered: asked for with each word of a delivery.
CREATE INDEX messenger_send_undelivered ON messenger_send (contact_id) WHERE state = 'sent' AND delivered_at IS NULL;
