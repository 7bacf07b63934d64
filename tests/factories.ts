import { randomUUID } from 'node:crypto';
import { newId } from '@/lib/clock';
import { createTicket } from '@/lib/commands/create-ticket';
import { openSession } from '@/lib/commands/steps/open-session';
import { inTransaction, sql } from '@/lib/db/transaction';
import { type Actor, PLAIN_SCOPE } from '@/lib/rules/permissions';
import { type CreateTicketInput, createTicketInput, type TicketDto } from '@/lib/schemas/ticket';
import type { Channel, Role } from '@/lib/schemas/values';

/** People, tickets and signed-in programs against whatever database and process a test runs. */
interface Details {
  name: string;
  email: string | null;
  languages: string[];
  available: boolean;
  capacity: number;
  capacityCalls: number;
  capacityTotal: number | null;
}

/** A person written as a row: what is tested must not depend on how people are made. */
export async function addActor(role: Role, given: Partial<Details> = {}): Promise<Actor> {
  const id = newId();
  const name = given.name ?? `${role} ${id.slice(-4)}`;
  await sql.query(
    `INSERT INTO person (id, name, role, email, languages, is_available, capacity, capacity_calls, capacity_total)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      id,
      name,
      role,
      given.email === undefined ? `${id}@example.test` : given.email,
      given.languages ?? [],
      given.available ?? false,
      given.capacity ?? 4,
      given.capacityCalls ?? 3,
      given.capacityTotal ?? null,
    ],
  );
  return { id, role, name, sessionId: null, scope: PLAIN_SCOPE };
}

/** Files a ticket through the command; `channel` is how it came, calls included. */
export function fileTicket(
  customer: Actor,
  given: Partial<CreateTicketInput> = {},
  channel: Channel = 'WEB',
): Promise<TicketDto> {
  const input = createTicketInput.parse({ subject: 'Printer', description: 'Error 123', ...given });
  return createTicket(customer, input, channel);
}

/** What came back; `status` 0 when the line broke or nobody listened. */
export interface Answer {
  status: number;
  body: { [key: string]: unknown; id?: string; error?: { code: string } };
  milliseconds: number;
}

/** A person's program: sends requests with a token of its own and never throws for what comes back. */
export interface ApiClient {
  actor: Actor;
  token: string;
  get(path: string): Promise<Answer>;
  post(path: string, body: unknown, key?: string): Promise<Answer>;
  put(path: string, body: unknown): Promise<Answer>;
  patch(path: string, body: unknown): Promise<Answer>;
  delete(path: string): Promise<Answer>;
}

/** Signs a person in (in the database) and speaks for him to the web process at `url`. */
export async function apiClient(url: string, actor: Actor): Promise<ApiClient> {
  const session = await inTransaction((tx) =>
    openSession(tx, actor.id, 'api', { ip: '127.0.0.1', userAgent: 'vitest', acceptLanguage: 'en' }),
  );
  const token = session.tokens!.access;
  const send = async (method: string, path: string, body?: unknown, key?: string): Promise<Answer> => {
    const started = performance.now();
    const done = (status: number, answer: Answer['body']) => ({
      status,
      body: answer,
      milliseconds: performance.now() - started,
    });
    try {
      const response = await fetch(`${url}/api${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(20_000),
      });
      const text = await response.text();
      return done(response.status, text ? JSON.parse(text) : {});
    } catch {
      return done(0, {});
    }
  };
  return {
    actor: { ...actor, sessionId: session.sessionId },
    token,
    get: (path) => send('GET', path),
    post: (path, body, key) => send('POST', path, body, key),
    put: (path, body) => send('PUT', path, body),
    patch: (path, body) => send('PATCH', path, body),
    delete: (path) => send('DELETE', path),
  };
}

/** A body for `POST /tickets/`, with a subject by which it is found again. */
export const newRequest = (subject: string = randomUUID()) => ({ subject, description: 'It says E-50.' });
