/** As far as its customer is told: that it is spam or put off is staff's to know. */
export const SEEMS_QUEUED = `t.assignee_id IS NULL AND t.status = 'OPEN' AND t.deleted_at IS NULL AND NOT t.is_held`;

/** The queue: nobody's, open, and not kept out of routing. Matches the partial index `ticket_queue`. */
export const QUEUED = `${SEEMS_QUEUED} AND t.spam_at IS NULL AND t.snoozed_until IS NULL AND NOT t.snoozed_for_reply`;

/** Whose turn it is; the order of the same index. */
export const QUEUE_ORDER = 't.priority DESC, coalesce(t.waiting_since, t.created_at), t.id';

/** The skills that a queued ticket asks for: those of its topic, which still stands there. */
export const SKILLS = `CASE WHEN t.topic IS NULL THEN '{}' ELSE coalesce((SELECT skills FROM topic WHERE key = t.topic), '{}') END`;
