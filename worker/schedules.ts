import { env } from '@/lib/env';
import type { JobName } from '@/lib/jobs/definitions';
import { addJobs } from '@/lib/jobs/queue';
import { log } from '@/lib/log';

/** The net under everything: what an event's job would have done, a sweep does as well. Seconds between two. */
const periods = (): {
  name: Extract<
    JobName,
    | 'route'
    | 'sweep-mail'
    | 'sweep-mail-in'
    | 'sweep-messenger'
    | 'sweep-held'
    | 'sweep-asleep'
    | 'sweep-digests'
    | 'sweep-chats'
    | 'send-pushes'
    | 'sweep-imports'
    | 'sweep-drafts'
    | 'sweep-counts'
    | 'index-tickets'
    | 'weigh-tickets'
    | 'auto-close'
    | 'ask-ratings'
    | 'housekeeping'
    | 'sweep-files'
    | 'watch-presence'
    | 'sweep-offers'
    | 'relax-waiting'
    | 'sweep-calls'
  >;
  seconds: number;
}[] => [
  { name: 'route', seconds: env().SWEEP_SECONDS },
  { name: 'sweep-mail', seconds: env().SWEEP_SECONDS },
  { name: 'sweep-mail-in', seconds: env().SWEEP_SECONDS },
  { name: 'sweep-messenger', seconds: env().SWEEP_SECONDS },
  { name: 'sweep-held', seconds: env().SWEEP_SECONDS },
  { name: 'sweep-asleep', seconds: env().SWEEP_SECONDS },
  { name: 'sweep-digests', seconds: env().SWEEP_SECONDS },
  { name: 'send-pushes', seconds: env().SWEEP_SECONDS },
  { name: 'sweep-imports', seconds: env().SWEEP_SECONDS },
  { name: 'sweep-drafts', seconds: env().SWEEP_SECONDS },
  { name: 'index-tickets', seconds: env().SWEEP_SECONDS },
  { name: 'weigh-tickets', seconds: env().SWEEP_SECONDS },
  { name: 'auto-close', seconds: env().SWEEP_SECONDS * 20 },
  { name: 'ask-ratings', seconds: env().SWEEP_SECONDS * 20 },
  { name: 'housekeeping', seconds: env().SWEEP_SECONDS * 20 },
  { name: 'sweep-files', seconds: env().SWEEP_SECONDS * 20 },
  // a grace ends at any moment, and so does a process
  { name: 'watch-presence', seconds: Math.min(10, env().SWEEP_SECONDS) },
  // somebody is on the line
  { name: 'sweep-offers', seconds: Math.min(5, env().SWEEP_SECONDS) },
  { name: 'sweep-calls', seconds: Math.min(5, env().SWEEP_SECONDS) },
  // so is a wait over
  { name: 'relax-waiting', seconds: Math.min(10, env().SWEEP_SECONDS) },
  // two minutes after it was said, and not three
  { name: 'sweep-chats', seconds: Math.min(10, env().SWEEP_SECONDS) },
  { name: 'sweep-counts', seconds: env().SWEEP_SECONDS * 20 },
];

/**
 * Adds the periodic jobs. Each period of time has one id, so many workers make one job; and since nothing is kept in
 * the queue between two periods, a flushed Redis loses no schedule (docs/decisions/003).
 */
export function startSchedules(): { stop(): void } {
  const timers = periods().map(({ name, seconds }) => {
    const tick = () => {
      const slot = Math.floor(Date.now() / (seconds * 1_000));
      addJobs([{ name, payload: {}, id: `${name}-slot-${slot}` }]).catch((error: Error) =>
        log.warn({ err: error, job: name }, 'schedule not added; the next period tries again'),
      );
    };
    tick();
    return setInterval(tick, seconds * 1_000);
  });
  return { stop: () => timers.forEach(clearInterval) };
}
