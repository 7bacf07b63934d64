import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { canonicalAddress } from './schemas/email-address';

/**
 * The only reader of the environment. Every process parses it once at boot and stops with a table of all
 * missing or weak values. `.env.example` is generated from this file (scripts/env-example.ts), so the
 * description of each variable lives here and nowhere else.
 */

const flag = z.enum(['0', '1']).transform((v) => v === '1');
const seconds = z.coerce.number().positive().max(86_400);
const url = (protocols: string[]) =>
  z.string().refine((v) => protocols.some((p) => v.startsWith(`${p}:`)) && URL.canParse(v), {
    message: `must be a URL that starts with ${protocols.map((p) => `${p}:`).join(' or ')}`,
  });

/** Shape of the environment. `describe` is what `.env.example` prints above the variable. */
export const envSchema = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'])
    .default('production')
    .describe('How the product runs.'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000).describe('Port of the web process.'),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address that the web process listens on.'),
  APP_URL: url(['http', 'https'])
    .optional()
    .describe('The address people use; every link is made from it. Default http://localhost:PORT.'),
  DATA_DIR: z
    .string()
    .min(1)
    .default('.data')
    .describe('Where the embedded database, files and secrets are kept.'),
  DATABASE_URL: url(['postgres', 'postgresql']).describe(
    'PostgreSQL 15 or newer. `npm start` brings its own when it is unset.',
  ),
  REDIS_URL: url(['redis', 'rediss'])
    .optional()
    .describe('Queue and sockets use Redis when set, PostgreSQL otherwise.'),
  AUTH_SECRET: z
    .string()
    .min(32)
    .refine((secret) => new Set(secret).size >= 6, 'is too simple: take random characters')
    .describe('Signs sessions and codes; at least 32 characters. Made once in the demo.'),
  SMTP_URL: url(['smtp', 'smtps'])
    .optional()
    .describe('Where mail leaves. Unset: a local catch-all, shown at /mailbox.'),
  MAIL_FROM: z
    .string()
    .refine((from) => canonicalAddress(from) !== null, 'must be one plain e-mail address')
    .default('support@switchboard.test')
    .describe('Sender address of every mail.'),
  MAIL_IN_SMTP: z
    .string()
    .regex(/^(\[[0-9a-f:]+\]|[\w.-]+):\d{1,5}$/i, 'must be host:port')
    .optional()
    .describe(
      'Where the worker takes mail for your mailboxes by SMTP, e.g. 127.0.0.1:2525 behind your mail server. Unset: nowhere, but in the demo.',
    ),
  GOOGLE_CLIENT_ID: z.string().optional().describe('Google sign-in appears when id and secret are set.'),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  GOOGLE_ISSUER: url(['https', 'http'])
    .default('https://accounts.google.com')
    .describe('Changed only in tests.'),
  GEMINI_API_KEY: z
    .string()
    .optional()
    .describe(
      'Drafts are written by Gemini when it is set. Without any key they come from your own answers.',
    ),
  GEMINI_BASE_URL: url(['https', 'http'])
    .default('https://generativelanguage.googleapis.com')
    .describe('Changed for a proxy, and in tests.'),
  GEMINI_MODEL: z.string().min(1).default('gemini-2.5-flash'),
  OPENAI_BASE_URL: url(['https', 'http'])
    .optional()
    .describe(
      'Any server that speaks the OpenAI protocol writes the drafts, a local one too; a key alone means OpenAI itself.',
    ),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_MODEL: z.string().min(1).default('gpt-4o-mini'),
  AI_TIMEOUT_SECONDS: z.coerce
    .number()
    .positive()
    .max(25)
    .default(20)
    .describe('How long a draft may take before it is given up.'),
  S3_URL: url(['https', 'http'])
    .refine(
      (v) => /^https?:\/\/[^/@:]+:[^/@]+@[^/]+\/[^/?]+/.test(v),
      'must name key, secret, host and bucket',
    )
    .optional()
    .describe(
      'Where files lie when not in DATA_DIR: https://KEY:SECRET@host/bucket[/prefix][?region=…] of anything that speaks S3.',
    ),
  METRICS_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe('Bearer token of /metrics; unset: /metrics does not exist.'),
  TRUST_PROXY: z.coerce
    .number()
    .int()
    .min(0)
    .max(10)
    .default(0)
    .describe('How many proxies in front are trusted for X-Forwarded-For.'),
  MAX_CALL_TASKS: z.coerce.number().int().min(0).max(1000).default(3).describe('Calls a new agent may hold.'),
  MAX_OTHER_TASKS: z.coerce
    .number()
    .int()
    .min(0)
    .max(1000)
    .default(4)
    .describe('Tickets other than calls a new agent may hold.'),
  TASK_PRIORITY: z
    .string()
    .regex(/^(call|chat|other)=\d{1,3}(,(call|chat|other)=\d{1,3})*$/)
    .default('call=3,chat=2,other=1')
    .describe(
      'Which kind of work is given out first, the highest number before all; admins can set another order.',
    ),
  RATE_LIMIT_SCALE: z.coerce
    .number()
    .min(0.01)
    .max(1_000_000)
    .default(1)
    .describe('Factor on every limit per time; never on tries per code or sizes.'),
  DEMO: flag
    .prefault('0')
    .describe(
      '1: demo people and messages are loaded once. `npm start` sets it while DATABASE_URL is unset.',
    ),
  DEMO_PASSWORD: z
    .string()
    .min(8)
    .max(128)
    .optional()
    .describe('Password of the demo people; else made once.'),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'])
    .default('info')
    .describe('What the processes log.'),
  LEASE_SECONDS: seconds
    .default(30)
    .describe('How long a worker holds a job or a mail before another may take it.'),
  SWEEP_SECONDS: seconds.default(15).describe('How often the sweeps look for what a crash left behind.'),
  RESOLVED_WINDOW_DAYS: z.coerce
    .number()
    .min(0)
    .max(365)
    .default(7)
    .describe('Days after which a resolved ticket closes.'),
  MAIL_RETRY_SECONDS: z
    .string()
    .regex(/^\d+(,\d+)*$/)
    .default('60,300,900,3600')
    .transform((v) => v.split(',').map(Number))
    .describe('Waits before each new try of a deferred mail; the last one repeats for 24 hours.'),
  DATABASE_POOL: z.coerce
    .number()
    .int()
    .min(2)
    .max(100)
    .default(8)
    .describe('Connections of the main pool of one process.'),
});

export type Env = Omit<z.infer<typeof envSchema>, 'APP_URL'> & { APP_URL: string };

/** Parses `source`; throws {@link EnvError} that lists every bad value. An empty string counts as unset. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const set = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = envSchema.safeParse(set);
  if (!parsed.success) throw new EnvError(parsed.error.issues);
  const env = parsed.data;
  return {
    ...env,
    DATA_DIR: path.resolve(env.DATA_DIR),
    APP_URL: (env.APP_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
  };
}

export class EnvError extends Error {
  constructor(issues: z.core.$ZodIssue[]) {
    const rows = issues.map((issue) => {
      const name = String(issue.path[0]);
      const about = envSchema.shape[name as keyof typeof envSchema.shape]?.description ?? '';
      return `  ${name.padEnd(22)} ${issue.message.padEnd(46)} ${about}`;
    });
    super(`The environment is not complete:\n${rows.join('\n')}\nSee .env.example.`);
    this.name = 'EnvError';
  }
}

let current: Env | undefined;

/** The parsed environment of this process. Stops the process with the table when a value is missing. */
export function env(): Env {
  if (!current) {
    try {
      current = parseEnv(process.env);
    } catch (error) {
      if (!(error instanceof EnvError)) throw error;
      process.stderr.write(`${error.message}\n`);
      process.exit(78);
    }
  }
  return current;
}

/** The log level alone: loggers are made while modules load, also where no environment is needed (next build). */
export const logLevel = (): Env['LOG_LEVEL'] =>
  envSchema.shape.LOG_LEVEL.catch('info').parse(process.env.LOG_LEVEL || undefined);

/** Identity of this process in logs, leases and heartbeats. */
export const processId = `${process.pid}-${randomBytes(3).toString('hex')}`;
