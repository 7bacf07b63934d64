import { z } from 'zod';
import { time } from './time';

/** Everything that is looked at; each one's words are `system.checks.<part>.<says>` in messages/. */
export const CHECK_PARTS = [
  'environment',
  'database',
  'migrations',
  'processes',
  'events',
  'queue',
  'redis',
  'mail_server',
  'mail',
  'mail_in',
  'ai',
  'storage',
  'clock',
] as const;

/** `warn`: people can go on working, and somebody should look. `bad`: something does not work. */
export const checkDto = z
  .object({
    part: z.enum(CHECK_PARTS),
    state: z.enum(['ok', 'warn', 'bad']),
    says: z.string().meta({ description: 'Which of the sentences about this part holds' }),
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
  })
  .meta({ id: 'SystemCheck' });
export type CheckDto = z.infer<typeof checkDto>;

export const queueDto = z
  .object({
    name: z.string(),
    waiting: z.number(),
    active: z.number(),
    delayed: z.number(),
    failed: z.number(),
  })
  .meta({ id: 'SystemQueue' });
export type QueueDto = z.infer<typeof queueDto>;

export const systemDto = z
  .object({
    version: z.string(),
    node: z.string(),
    checked_at: time,
    checks: z.array(checkDto),
    queues: z.array(queueDto),
  })
  .meta({ id: 'System' });
export type SystemDto = z.infer<typeof systemDto>;

export const testMailDto = z
  .object({
    id: z.string(),
    to: z.string(),
    state: z.enum(['queued', 'sending', 'sent', 'deferred', 'failed']),
    error: z.string().nullable(),
  })
  .meta({ id: 'TestMail' });
export type TestMailDto = z.infer<typeof testMailDto>;

export const probeDto = z.object({ id: z.string() }).meta({ id: 'SystemProbe' });
