import { migrate } from '@/lib/db/migrate';
import { closePool } from '@/lib/db/pool';
import { startMailOut } from '@/lib/email/start';
import { env } from '@/lib/env';
import { startHeartbeat } from '@/lib/heartbeat';
import { type JobName, jobs, QUEUES, type QueueName } from '@/lib/jobs/definitions';
import { openWorker, prepareEngine } from '@/lib/jobs/engine';
import { closeQueues } from '@/lib/jobs/queue';
import { log } from '@/lib/log';
import { jobsDone } from '@/lib/metrics';
import { requestContext } from '@/lib/request-context';
import { onShutdown } from '@/lib/shutdown';
import { warnAtBoot } from '@/lib/system/warn-at-boot';
import * as askRatings from './handlers/ask-ratings';
import * as autoClose from './handlers/auto-close';
import * as countTickets from './handlers/count-tickets';
import * as endOffer from './handlers/end-offer';
import * as housekeeping from './handlers/housekeeping';
import * as indexTickets from './handlers/index-tickets';
import * as loadDemo from './handlers/load-demo';
import * as readMail from './handlers/read-mail';
import * as readMessenger from './handlers/read-messenger';
import * as relaxWaiting from './handlers/relax-waiting';
import * as releaseHeld from './handlers/release-held';
import * as removeDemo from './handlers/remove-demo';
import * as route from './handlers/route';
import * as runImport from './handlers/run-import';
import * as sendMail from './handlers/send-mail';
import * as sendMessenger from './handlers/send-messenger';
import * as sendPushes from './handlers/send-pushes';
import * as sweepAsleep from './handlers/sweep-asleep';
import * as sweepCalls from './handlers/sweep-calls';
import * as sweepChats from './handlers/sweep-chats';
import * as sweepCounts from './handlers/sweep-counts';
import * as sweepDigests from './handlers/sweep-digests';
import * as sweepDrafts from './handlers/sweep-drafts';
import * as sweepFiles from './handlers/sweep-files';
import * as sweepHeld from './handlers/sweep-held';
import * as sweepImports from './handlers/sweep-imports';
import * as sweepMail from './handlers/sweep-mail';
import * as sweepMailIn from './handlers/sweep-mail-in';
import * as sweepMessenger from './handlers/sweep-messenger';
import * as sweepOffers from './handlers/sweep-offers';
import * as wakeTicket from './handlers/wake-ticket';
import * as watchPresence from './handlers/watch-presence';
import * as weighTickets from './handlers/weigh-tickets';
import * as workCalls from './handlers/work-calls';
import * as writeDraft from './handlers/write-draft';
import { startMailFetch } from './mail-fetch';
import { startMailIn } from './mail-in';
import { workerRealtime } from './realtime';
import { Relay } from './relay';
import { startSchedules } from './schedules';

/** The worker: relay, jobs, schedules and outgoing mail. Any number of them may run. */
const handlers: { [N in JobName]: { handle: (payload: never) => Promise<void> } } = {
  route,
  'send-mail': sendMail,
  'sweep-mail': sweepMail,
  'read-mail': readMail,
  'sweep-mail-in': sweepMailIn,
  'read-messenger': readMessenger,
  'send-messenger': sendMessenger,
  'sweep-messenger': sweepMessenger,
  'release-held': releaseHeld,
  'sweep-held': sweepHeld,
  'wake-ticket': wakeTicket,
  'sweep-asleep': sweepAsleep,
  'end-offer': endOffer,
  'sweep-offers': sweepOffers,
  'sweep-digests': sweepDigests,
  'sweep-chats': sweepChats,
  'send-pushes': sendPushes,
  'sweep-imports': sweepImports,
  'run-import': runImport,
  'write-draft': writeDraft,
  'sweep-drafts': sweepDrafts,
  'index-tickets': indexTickets,
  'auto-close': autoClose,
  'ask-ratings': askRatings,
  housekeeping,
  'sweep-files': sweepFiles,
  'load-demo': loadDemo,
  'remove-demo': removeDemo,
  'count-tickets': countTickets,
  'sweep-counts': sweepCounts,
  'weigh-tickets': weighTickets,
  'watch-presence': watchPresence,
  'relax-waiting': relaxWaiting,
  'work-calls': workCalls,
  'sweep-calls': sweepCalls,
};

async function runJob(job: { name: string; data: unknown; id: string }): Promise<void> {
  const name = job.name as JobName;
  if (!Object.hasOwn(jobs, name)) {
    // a newer process made it: it stays failed and visible, and is not run by code that does not know it
    throw new Error(`unknown job ${job.name}`);
  }
  try {
    const payload = jobs[name].payload.parse(job.data);
    await requestContext.run({ requestId: job.id }, () => handlers[name].handle(payload as never));
    jobsDone.inc({ name, result: 'done' });
  } catch (error) {
    jobsDone.inc({ name, result: 'failed' });
    log.warn({ err: error, job: name, jobId: job.id }, 'job failed');
    throw error;
  }
}

await migrate(env().DATABASE_URL);
await prepareEngine();
void warnAtBoot();
const mail = await startMailOut();
const realtime = workerRealtime();
const relay = new Relay(realtime);
const workers = (Object.keys(QUEUES) as QueueName[]).map((name) =>
  openWorker(name, QUEUES[name].concurrency, runJob),
);
const schedules = startSchedules();
const mailIn = await startMailIn();
const mailFetch = startMailFetch();
const heartbeat = startHeartbeat('worker');
log.info('worker ready');
process.send?.('ready');

onShutdown(async () => {
  schedules.stop();
  await Promise.all([mailIn.stop(), mailFetch.stop()]);
  heartbeat.stop();
  await relay.stop();
  await Promise.all(workers.map((worker) => worker.close()));
  await mail.stop();
  await closeQueues();
  await realtime.close();
  await closePool();
});
