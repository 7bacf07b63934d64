/** Is the page of visitor `v` open now? Lines are noted every 15 to 35 seconds. */
export const IS_HERE = `v.last_seen_at > now() - interval '45 seconds'`;
