import { randomBytes } from 'node:crypto';
import { lastLine } from './test/counts.mjs';

/**
 * The main job over HTTP against a running demo: a customer signs up with the mailed code and files a ticket, it
 * is given to an agent, the agent answers, the customer reads the answer and has it in the mail.
 *   SMOKE_URL=http://localhost:3000 DEMO_PASSWORD=… node scripts/smoke.mjs
 */
const base = (process.env.SMOKE_URL ?? 'http://localhost:3000').replace(/\/+$/, '');
const password = process.env.DEMO_PASSWORD ?? '';
const patience = 30_000;
const mark = randomBytes(4).toString('hex');
const customer = {
  email: `smoke-${mark}@example.test`,
  password: `Smoke-${randomBytes(9).toString('base64url')}`,
};

/**
 * One request; any answer but the expected is an error that shows it.
 * @param {string} method @param {string} path @param {{ token?: string, body?: unknown }} [options] @returns {Promise<any>}
 */
async function call(method, path, { token, body } = {}) {
  const response = await fetch(`${base}${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(token && method === 'POST' ? { 'idempotency-key': randomBytes(12).toString('hex') } : {}),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(patience),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text);
}

/** Asks again until the answer is there. @template T @param {string} what @param {() => Promise<T | null | undefined>} ask @returns {Promise<T>} */
async function eventually(what, ask) {
  for (const until = Date.now() + patience; Date.now() < until; ) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${what}: not within ${patience / 1000} s`);
}

/** @param {string} what @param {RegExp} pattern */
const mail = (what, pattern) =>
  eventually(what, async () => {
    const { results } = await call('GET', '/api/mailbox/');
    return results.find(
      (/** @type {any} */ one) => one.to.includes(customer.email) && pattern.test(one.text),
    );
  });

/** @param {string} email */
const staffToken = async (email) =>
  (await call('POST', '/api/auth/token/', { body: { email, password } })).access;

/** What later steps need of earlier ones. */
const seen = {
  verification: '',
  customer: '',
  admin: '',
  agent: '',
  ticket: /** @type {any} */ (null),
  assignee: '',
};
const reply = `Smoke reply ${mark}: please try it once more.`;

/** @type {[string, () => Promise<void>][]} */
const steps = [
  [
    'the product is ready',
    async () => {
      await eventually('/readyz', async () => (await fetch(`${base}/readyz`).catch(() => null))?.ok);
    },
  ],
  [
    'a code is asked for, arrives by mail and is accepted',
    async () => {
      await call('POST', '/api/auth/request-otp/', { body: { email: customer.email } });
      const { text } = await mail('the mail with the code', /\b\d{6}\b/);
      const [otp] = /\b\d{6}\b/.exec(text) ?? [];
      const verified = await call('POST', '/api/auth/verify-otp/', { body: { email: customer.email, otp } });
      seen.verification = verified.verification_token;
    },
  ],
  [
    'the customer signs up',
    async () => {
      const body = { ...customer, name: 'Smoke Customer', verification_token: seen.verification };
      seen.customer = (await call('POST', '/api/auth/register/', { body })).access;
    },
  ],
  [
    // The demo fills its agents up to their capacity: room is made, or the new ticket would rightly wait.
    'an admin signs in and gives the agents room',
    async () => {
      seen.admin = await staffToken('admin@switchboard.test');
      const { results } = await call('GET', '/api/users/?role=agent', { token: seen.admin });
      const agents = results.filter((/** @type {any} */ person) => person.role === 'agent');
      if (agents.length === 0) throw new Error('the demo has no agent');
      for (const { id } of agents) {
        await call('PATCH', `/api/users/${id}/`, { token: seen.admin, body: { capacity: 500 } });
      }
    },
  ],
  [
    'the customer files a ticket',
    async () => {
      const body = {
        subject: `Smoke ${mark}`,
        description: 'It does not work since this morning.',
        priority: 'HIGH',
      };
      seen.ticket = await call('POST', '/api/tickets/', { token: seen.customer, body });
    },
  ],
  [
    'the ticket is given to an agent',
    async () => {
      seen.assignee = await eventually('an assigned agent', async () => {
        const ticket = await call('GET', `/api/tickets/${seen.ticket.id}/`, { token: seen.admin });
        return ticket.assigned_agent;
      });
    },
  ],
  [
    'that agent signs in and answers',
    async () => {
      const { email } = await call('GET', `/api/users/${seen.assignee}/`, { token: seen.admin });
      seen.agent = await staffToken(email);
      await call('POST', `/api/tickets/${seen.ticket.id}/messages/`, {
        token: seen.agent,
        body: { body: reply },
      });
    },
  ],
  [
    'the customer reads the answer',
    async () => {
      const { messages } = await call('GET', `/api/tickets/${seen.ticket.id}/`, { token: seen.customer });
      if (!messages.some((/** @type {any} */ message) => message.body === reply))
        throw new Error('the answer is not there');
    },
  ],
  [
    'the answer is in the mail',
    async () => {
      await mail('the mail with the answer', new RegExp(`Smoke reply ${mark}`));
    },
  ],
];

const counts = { passed: 0, failed: 0 };
for (const [title, run] of steps) {
  // Each step needs the one before it: after a failure the rest is failed as well, not run.
  const error =
    counts.failed > 0
      ? new Error('not reached')
      : await run().then(
          () => null,
          (reason) => reason,
        );
  counts[error ? 'failed' : 'passed'] += 1;
  console.log(error ? `  ✗ ${title}: ${error.message}` : `  ✓ ${title}`);
}
console.log(lastLine(counts));
process.exitCode = counts.failed > 0 ? 1 : 0;
