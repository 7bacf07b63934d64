import { z } from 'zod';

/**
 * Every job: which queue it runs in, what it carries (ids only) and how often it is tried again. Handlers are in
 * `worker/handlers`, one file a job. Queues keep slow work from holding up fast work.
 */
export const QUEUES = {
  routing: { concurrency: 2 },
  mail: { concurrency: 5 },
  'mail-in': { concurrency: 3 },
  // somebody is on the line
  calls: { concurrency: 3 },
  // Facebook's server is waited for, never mails behind it
  messenger: { concurrency: 4 },
  chores: { concurrency: 1 },
  // waits for somebody else's server nearly all of the time
  ai: { concurrency: 8 },
  reports: { concurrency: 1 },
  imports: { concurrency: 1 },
  indexing: { concurrency: 1 },
} as const;
export type QueueName = keyof typeof QUEUES;

const eventId = z.strictObject({ event_id: z.uuid() });
const nothing = z.strictObject({});

export const jobs = {
  /** Gives waiting tickets to agents with room. */
  route: { queue: 'routing', payload: nothing, attempts: 3 },
  /** Ends graces of lost connections, and gives back what nobody began who is away. */
  'watch-presence': { queue: 'routing', payload: nothing, attempts: 1 },
  /** Stops asking for what tickets have waited for long enough. */
  'relax-waiting': { queue: 'routing', payload: nothing, attempts: 1 },
  /** Lets a held message leave at its time; among the quick ones, so that nothing slow makes it late. */
  'release-held': { queue: 'routing', payload: z.strictObject({ held_id: z.uuid() }), attempts: 3 },
  /** Lets go what is due and has lost its job. */
  'sweep-held': { queue: 'routing', payload: nothing, attempts: 1 },
  /** Wakes a snoozed ticket at its time, and does what was promised for then. */
  'wake-ticket': { queue: 'routing', payload: z.strictObject({ ticket_id: z.uuid() }), attempts: 3 },
  /** Wakes what is due and has lost its job. */
  'sweep-asleep': { queue: 'routing', payload: nothing, attempts: 1 },
  /** Ends what rings, or a wrap-up, at its time. */
  'end-offer': { queue: 'routing', payload: z.strictObject({ offer_id: z.uuid() }), attempts: 3 },
  /** Ends what is due and has lost its job. */
  'sweep-offers': { queue: 'routing', payload: nothing, attempts: 1 },
  /** Sends the mails that one event queued. */
  'send-mail': { queue: 'mail', payload: eventId, attempts: 3 },
  /** Sends what a crash or a refusal left in the ledger. */
  'sweep-mail': { queue: 'mail', payload: nothing, attempts: 1 },
  /** Reads one mail that came in. */
  'read-mail': { queue: 'mail-in', payload: z.strictObject({ inbound_id: z.uuid() }), attempts: 3 },
  /** Reads the mails whose job was lost, and lets go what never arrived whole. */
  'sweep-mail-in': { queue: 'mail-in', payload: nothing, attempts: 1 },
  /** Tells providers what is to become of calls, and fetches what callers left. */
  'work-calls': { queue: 'calls', payload: nothing, attempts: 1 },
  /** Does what lost its job, ends waiting for nobody, and asks providers about calls of which nothing is heard. */
  'sweep-calls': { queue: 'calls', payload: nothing, attempts: 1 },
  /** Reads what Messenger told us. */
  'read-messenger': { queue: 'messenger', payload: nothing, attempts: 3 },
  /** Brings answers to Messenger. */
  'send-messenger': { queue: 'messenger', payload: nothing, attempts: 3 },
  /** Does both for what has lost its job, or waits for another try. */
  'sweep-messenger': { queue: 'messenger', payload: nothing, attempts: 1 },
  /** Mails what stayed unread in the bell. */
  'sweep-digests': { queue: 'mail', payload: nothing, attempts: 1 },
  /** Mails what the team said in chats that nobody is there to read. */
  'sweep-chats': { queue: 'mail', payload: nothing, attempts: 1 },
  /** Tells browsers of notices while no window of the desk is open. */
  'send-pushes': { queue: 'mail', payload: nothing, attempts: 1 },
  /** Does what is due of an import: check, import, undo. */
  'run-import': { queue: 'imports', payload: z.strictObject({ import_id: z.uuid() }), attempts: 3 },
  /** Runs the imports whose job was lost or gave up. */
  'sweep-imports': { queue: 'imports', payload: nothing, attempts: 1 },
  /** Writes one draft. What fails is told on its row; only a lost database makes the job come again. */
  'write-draft': { queue: 'ai', payload: z.strictObject({ draft_id: z.uuid() }), attempts: 3 },
  /** Ends the drafts whose worker is gone. */
  'sweep-drafts': { queue: 'chores', payload: nothing, attempts: 1 },
  /** Reads for search what changed since it was last read, whoever changed it. */
  'index-tickets': { queue: 'indexing', payload: nothing, attempts: 3 },
  /** Works out how urgent the tickets are that changed, or that time makes more urgent. */
  'weigh-tickets': { queue: 'chores', payload: nothing, attempts: 3 },
  /** Resolves what waits for its customer for too long, if admins want that, and tells him before. */
  'auto-close': { queue: 'chores', payload: nothing, attempts: 1 },
  /** Asks customers by mail how the help was, if admins want that. */
  'ask-ratings': { queue: 'chores', payload: nothing, attempts: 1 },
  /** Closes what was resolved long ago, empties the trash, forgets old keys, codes and heartbeats. */
  housekeeping: { queue: 'chores', payload: nothing, attempts: 1 },
  /** Forgets uploads that nobody posted, and takes out of the store what was deleted. */
  'sweep-files': { queue: 'chores', payload: nothing, attempts: 1 },
  /** Counts tickets for the reports: those of one batch of events, or whatever is not counted yet. */
  'count-tickets': {
    queue: 'reports',
    payload: z.strictObject({ ticket_ids: z.array(z.uuid()).max(1_000) }),
    attempts: 3,
  },
  'sweep-counts': { queue: 'reports', payload: nothing, attempts: 3 },
  /** Loads the example data that an admin asked for. */
  'load-demo': { queue: 'chores', payload: nothing, attempts: 3 },
  /** Takes it out again, in batches. */
  'remove-demo': { queue: 'chores', payload: nothing, attempts: 3 },
} as const satisfies Record<string, { queue: QueueName; payload: z.ZodType; attempts: number }>;

export type JobName = keyof typeof jobs;
export type JobPayload<N extends JobName> = z.infer<(typeof jobs)[N]['payload']>;

/** Waits between tries of a job, milliseconds, doubling. Mail has its own, longer waits in the ledger. */
export const RETRY_DELAY = 1_000;
