/** As far as its customer is told: that it is spam or put off is staff's to know. */
export const SEEMS_QUEUED = `t.assignee_id IS NULL AND t.status = 'OPEN' AND t.deleted_at IS NULL AND NOT t.is_held`;

/** To be given to somebody, or ringing at one already. */
export const QUEUED_OR_RINGING = `${SEEMS_QUEUED} AND t.spam_at IS NULL AND t.snoozed_until IS NULL AND NOT t.snoozed_for_reply`;

/** The queue: nobody's, open, and not kept out of routing. Matches the partial index `ticket_queue`. */
export const QUEUED = `${QUEUED_OR_RINGING} AND t.offer_id IS NULL`;

/** Whose turn it is among tickets of one kind; the order of the same index within a demand. */
export const QUEUE_ORDER = 't.queue_class DESC, t.queue_at, t.id';

/** The demands `d` that something waits of: one look into the index each. */
export const IS_WAITED = `EXISTS (SELECT 1 FROM ticket t WHERE t.demand_id = d.id AND ${QUEUED})`;

const skillsOf = (column: string) =>
  `coalesce((SELECT ${column} FROM topic WHERE key = d.topic), '{}'::text[])`;
const unlessWaived = (what: string, skills: string) =>
  `CASE WHEN '${what}' = ANY (d.waived) THEN '{}'::text[] ELSE ${skills} END`;
/** What a demand `d` requires and what it wishes for: the skills of its topic, which still stands there. */
export const REQUIRED = unlessWaived('skills', skillsOf('skills'));
export const PREFERRED = unlessWaived('preferred', skillsOf('preferred_skills'));
/** What it required until it had waited for it long enough. */
export const WAIVED_SKILLS = `CASE WHEN 'skills' = ANY (d.waived) THEN ${skillsOf('skills')} ELSE '{}'::text[] END`;
