import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { sql } from '@/lib/db/transaction';
import { type Answer, type ApiClient, newRequest } from '../factories';
import { connectLive, Screen } from '../live-client';
import type { ScriptedSmtp } from '../scripted-smtp';

interface Sent {
  at: number;
  kind: 'file' | 'list' | 'reply';
  answer: Answer;
  /** Sends the same once more. */
  again: () => Promise<Answer>;
}

/** Ordinary traffic of a customer: files tickets, writes to them, lists them; six of him at once until `stop`. */
export class Traffic {
  readonly sent: Sent[] = [];
  private flowing = true;
  private readonly lanes: Promise<void>[];

  constructor(
    private readonly client: ApiClient,
    private readonly pause = 120,
  ) {
    this.lanes = Array.from({ length: 6 }, (_, lane) => this.lane(lane));
  }

  private async lane(lane: number): Promise<void> {
    let ticket: string | undefined;
    for (let i = lane; this.flowing; i++) {
      const key = randomUUID();
      const known = ticket;
      if (i % 3 === 0) {
        const body = newRequest(key);
        ticket = (await this.send('file', () => this.client.post('/tickets/', body, key))).body.id ?? ticket;
      } else if (i % 3 === 1 && known) {
        const path = `/tickets/${known}/messages/`;
        await this.send('reply', () => this.client.post(path, { body: `More: ${key}` }, key));
      } else await this.send('list', () => this.client.get('/tickets/?limit=20'));
      await sleep(this.pause);
    }
  }

  private async send(kind: Sent['kind'], again: () => Promise<Answer>): Promise<Answer> {
    const at = Date.now();
    const answer = await again();
    this.sent.push({ at, kind, answer, again });
    return answer;
  }

  async stop(): Promise<void> {
    this.flowing = false;
    await Promise.all(this.lanes);
  }

  /** How often each status came, for requests sent within these times. */
  statuses(from = 0, to = Number.POSITIVE_INFINITY): Record<number, number> {
    const counts: Record<number, number> = {};
    for (const { at, answer } of this.sent)
      if (at >= from && at <= to) counts[answer.status] = (counts[answer.status] ?? 0) + 1;
    return counts;
  }

  /** Milliseconds that this share of the requests stayed under; 1 for the slowest. */
  within(share: number): number {
    const times = this.sent.map(({ answer }) => answer.milliseconds).sort((a, b) => a - b);
    return Math.round(times[Math.ceil(times.length * share) - 1] ?? 0);
  }
}

/** I1: every write that was answered 2xx is there, and none is there twice. */
export async function expectStoredOnce(traffic: Traffic): Promise<void> {
  const ids = (kind: Sent['kind']) =>
    traffic.sent.flatMap(({ kind: k, answer }) =>
      k === kind && answer.status === 201 ? answer.body.id! : [],
    );
  for (const [kind, table] of [
    ['file', 'ticket'],
    ['reply', 'message'],
  ] as const) {
    const { rows } = await sql.query(`SELECT id FROM ${table} WHERE id = ANY($1::uuid[])`, [ids(kind)]);
    expect(rows.length, kind).toBe(new Set(ids(kind)).size);
  }
  const { rows } = await sql.query(
    `SELECT subject FROM ticket WHERE subject <> 'Printer' GROUP BY subject HAVING count(*) > 1`,
  );
  const { rows: bodies } = await sql.query(
    `SELECT body FROM message WHERE body LIKE 'More: %' GROUP BY body HAVING count(*) > 1`,
  );
  expect([...rows, ...bodies]).toEqual([]);
}

/** Ten seconds are promised (I8); while other test files have the machine as well, the mails before it take their time. */
const CANARY_WITHIN = 25_000;

/**
 * I8: a new ticket is assigned, pushed to the agent's screen, and mailed to customer and agent. Answers with the
 * milliseconds until each.
 */
export async function expectCanaryLives(
  url: string,
  customer: ApiClient,
  agent: ApiClient,
  smtp: ScriptedSmtp,
): Promise<Record<string, number>> {
  const began = Date.now();
  const until = began + CANARY_WITHIN;
  const took: Record<string, number> = {};
  const step = (name: string) => {
    took[name] = Date.now() - began;
  };
  const left = () => Math.max(1, until - Date.now());
  const live = await untilConnected(url, agent, until);
  // the agent's inbox: fetched when a connection is made and when a push says that it changed, never by itself
  let list: string[] = [];
  let fetching = false;
  let again = false;
  const refresh = async () => {
    again = true;
    if (fetching) return;
    fetching = true;
    while (again) {
      again = false;
      const { status, body } = await agent.get('/tickets/?assignee=me&limit=100');
      if (status === 200) list = (body.results as { id: string }[]).map((one) => one.id);
      // as a screen does: a stream of hints is not a stream of requests
      await sleep(250);
    }
    fetching = false;
  };
  live.socket.on('connect', refresh);
  live.socket.on('list:changed', refresh);
  const subject = `canary-${randomUUID()}`;
  let id = '';
  await expect
    .poll(
      async () => {
        const { status, body } = await customer.post('/tickets/', newRequest(subject), subject);
        id = body.id ?? '';
        return status;
      },
      { timeout: left(), interval: 100 },
    )
    .toBe(201);
  step('filed');
  const assignee = async () =>
    (await sql.query<{ assignee_id: string }>('SELECT assignee_id FROM ticket WHERE id = $1', [id])).rows[0]
      ?.assignee_id;
  await expect.poll(assignee, { timeout: left() }).toBe(agent.actor.id);
  step('assigned');
  await expect.poll(() => list.some((one) => one === id), { timeout: left() }).toBe(true);
  step('pushed');
  const recipients = async () => {
    const { rows } = await sql.query<{ message_header: string | null; person_id: string }>(
      `SELECT message_header, person_id FROM outbound_mail WHERE ticket_id = $1 AND state = 'sent'`,
      [id],
    );
    const arrived = new Set(smtp.received.map((mail) => mail.messageId));
    return rows
      .filter((row) => arrived.has(row.message_header ?? ''))
      .map((row) => row.person_id)
      .sort();
  };
  await expect.poll(recipients, { timeout: left() }).toEqual([customer.actor.id, agent.actor.id].sort());
  step('mailed');
  live.close();
  return took;
}

async function untilConnected(url: string, client: ApiClient, until: number) {
  for (;;) {
    try {
      return await connectLive(url, client);
    } catch (error) {
      if (Date.now() > until) throw error;
      await sleep(100);
    }
  }
}

/** Open tickets on a customer's screen, one message coming to each at its own moment of a critical time. */
export class Watch {
  private constructor(
    private readonly screens: { id: string; screen: Screen }[],
    private readonly client: ApiClient,
    readonly live: Awaited<ReturnType<typeof connectLive>>,
  ) {}

  static async open(url: string, client: ApiClient, count: number): Promise<Watch> {
    const live = await connectLive(url, client);
    const screens: Watch['screens'] = [];
    for (let i = 0; i < count; i++) {
      const { body } = await client.post('/tickets/', newRequest());
      const screen = new Screen(live, client, body.id!);
      await screen.open();
      screens.push({ id: body.id!, screen });
    }
    return new Watch(screens, client, live);
  }

  /** Writes one message to each of the tickets, one every `pause` milliseconds, from somewhere else than the screen. */
  async write(pause: number): Promise<Answer[]> {
    const answers: Answer[] = [];
    for (const { id } of this.screens) {
      answers.push(await this.client.post(`/tickets/${id}/messages/`, { body: 'Still broken.' }));
      await sleep(pause);
    }
    return answers;
  }

  /** I5: what is on the screens equals a fresh fetch. Answers with the tickets where it does not. */
  async stale(): Promise<unknown[]> {
    const found = await Promise.all(
      this.screens.map(async ({ id, screen }) => {
        const fresh = await this.client.get(`/tickets/${id}/`);
        return JSON.stringify(fresh.body) === JSON.stringify({ ...fresh.body, ...screen.detail })
          ? []
          : [{ id, shown: screen.detail?.last_seq, fresh: fresh.body.last_seq }];
      }),
    );
    return found.flat();
  }
}
