import { writeNotices } from '@/lib/commands/steps/write-notices';
import { listen } from '@/lib/db/line';
import { inTransaction, type Tx } from '@/lib/db/transaction';
import type { EventRow } from '@/lib/events/catalogue';
import { movesQueue } from '@/lib/events/moves-queue';
import { jobsFor, KNOWN_TYPES } from '@/lib/events/reactions';
import { RELAY_CHANNEL } from '@/lib/events/wake';
import { addJobs } from '@/lib/jobs/queue';
import { log } from '@/lib/log';
import { eventsPublished } from '@/lib/metrics';
import { publishEvents, type RealtimeServer } from '@/lib/realtime/publish';
import { publishMoved, publishNotices } from '@/lib/realtime/signals';
import { batched } from '@/lib/rules/batched';

/** Key of the advisory lock that lets one relay publish at a time, so that events keep their order. */
const RELAY_LOCK = 7_310_001;
const BATCH = 200;
/** How often a relay looks by itself, for wakes that were lost with a connection or a process. */
const SWEEP_MS = 1_000;
/** Those who wait hear at once that the queue moved, and once a second at most. */
const MOVED = { wait: 0, pause: 1_000 };

type Unpublished = EventRow & { has_mail: boolean };

/**
 * Turns recorded events into effects: jobs and sockets, then the mark. Killed in between, the next relay does
 * it again: jobs have the event's id, screens know the number they have seen. Publishing waits for PostgreSQL and the
 * queue; while one of them is away the events stay where they are and are tried again every second.
 */
export class Relay {
  private running: Promise<void> | null = null;
  private again = false;
  private stopped = false;
  private readonly timer: NodeJS.Timeout;
  private readonly stopListening: () => void;
  private readonly moved = batched(() => publishMoved(this.screens.io), MOVED);

  /** @param screens where events are told, and how to know that they are on their way. */
  constructor(private readonly screens: { io: RealtimeServer; sent(): Promise<void> }) {
    this.timer = setInterval(() => this.wake(), SWEEP_MS);
    this.stopListening = listen(RELAY_CHANNEL, { hear: () => this.wake(), onReturn: () => this.wake() });
    this.wake();
  }

  /** Runs a pass now, or one more when a pass is under way. */
  wake(): void {
    this.again = true;
    if (this.running || this.stopped) return;
    this.running = this.run().finally(() => {
      this.running = null;
      if (this.again) this.wake();
    });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    this.stopListening();
    this.moved.stop();
    await this.running;
  }

  private async run(): Promise<void> {
    try {
      while (this.again && !this.stopped) {
        this.again = false;
        while ((await inTransaction((tx) => this.publishBatch(tx))) === BATCH);
      }
    } catch (error) {
      // the interval tries again; trying at once would only spin while PostgreSQL or Redis is away
      this.again = false;
      log.warn({ err: error }, 'relay pass failed; events stay unpublished');
    }
  }

  private async publishBatch(tx: Tx): Promise<number> {
    const { rows: lock } = await tx.query<{ mine: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS mine', [
      RELAY_LOCK,
    ]);
    if (!lock[0]?.mine) return 0;
    const { rows } = await tx.query<Unpublished>(
      `SELECT e.*, EXISTS (SELECT 1 FROM outbound_mail m WHERE m.event_id = e.id) AS has_mail
       FROM event e WHERE e.published_at IS NULL AND e.type = ANY($1) ORDER BY e.id LIMIT ${BATCH}
       FOR UPDATE OF e SKIP LOCKED`,
      [KNOWN_TYPES],
    );
    if (rows.length === 0) return 0;
    const events = inTicketOrder(rows);
    // a screen need not wait for the queue; what is told twice after a failure, screens know by its number
    await Promise.all([addJobs(jobsFor(events)), this.tell(events)]);
    await this.notice(tx, events);
    await tx.query('UPDATE event SET published_at = now() WHERE id = ANY($1::uuid[])', [
      events.map((event) => event.id),
    ]);
    for (const event of events) eventsPublished.inc({ type: event.type });
    return rows.length;
  }

  /** Bells ring once the notices are there to be read. An event that cannot be noticed must not hold up all others. */
  private async notice(tx: Tx, events: readonly EventRow[]): Promise<void> {
    await tx.query('SAVEPOINT notices');
    try {
      const { people, hasPush } = await writeNotices(tx, events);
      if (people.length > 0) tx.afterCommit(() => publishNotices(this.screens.io, people));
      // lost with the queue, a sweep does it
      if (hasPush) tx.afterCommit(() => void addJobs([pushJob(events[0]!.id)]).catch(() => {}));
    } catch (error) {
      log.error({ err: error, events: events.map((event) => event.id) }, 'notices not written');
      await tx.query('ROLLBACK TO SAVEPOINT notices');
    }
  }

  private async tell(events: readonly EventRow[]): Promise<void> {
    await publishEvents(this.screens.io, events);
    if (events.some(movesQueue)) this.moved.ask();
    await this.screens.sent();
  }
}

const pushJob = (id: string) => ({ name: 'send-pushes', payload: {}, id: `push-${id}` }) as const;

/** Ids follow the clock of whoever wrote them; within a ticket its own numbers decide. */
function inTicketOrder(events: readonly Unpublished[]): Unpublished[] {
  const queues = new Map<string, Unpublished[]>();
  for (const event of events) {
    const key = event.ticket_id ?? event.id;
    queues.set(key, [...(queues.get(key) ?? []), event]);
  }
  for (const queue of queues.values()) queue.sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
  return events.map((event) => queues.get(event.ticket_id ?? event.id)!.shift()!);
}
