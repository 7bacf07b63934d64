/** Minutes without a look at a folder that are an alarm, where an admin did not say fewer. */
const USUAL_MINUTES = 15;

/** When the folder of mailbox `b` with the server `i` was last looked at, or could have been. An expression. */
export const LAST_FETCHED = 'coalesce(i.fetched_at, i.created_at)';

/** Was it not looked at for so long that somebody must know? A condition. */
export const NOT_FETCHED = `(b.is_active
  AND ${LAST_FETCHED} < now() - make_interval(mins => least(b.quiet_minutes, ${USUAL_MINUTES})))`;
