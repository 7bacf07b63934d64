import { hashPassword } from '@/lib/auth/passwords';
import { sql } from '@/lib/db/transaction';
import type { Actor } from '@/lib/rules/permissions';
import type { Role, Status } from '@/lib/schemas/values';
import { testEnvironment } from '@/tests/environment';
import { addActor, fileTicket } from '@/tests/factories';
import { PASSWORD, signedIn } from '@/tests/identity';
import { startWeb, type WebProcess } from '@/tests/processes';
import { type Answered, ask, expectDecent } from './ask';

export type Name = 'carla' | 'dora' | 'ada' | 'bruno' | 'root';
export type Person = Actor & { email: string; access: string; refresh: string };

/** What the lines of the table work on: people with tokens, and tickets made when a line asks for one. */
export interface World {
  web: WebProcess;
  people: Record<Name, Person>;
  ticket(given?: {
    of?: Name;
    held?: Name | null;
    status?: Status;
    deleted?: boolean;
  }): Promise<{ id: string; number: number; version: number }>;
}

/** One line of the catalogue (spec/reliability.md §4): a request, and what is answered to it. */
export interface Line {
  id: string;
  what: string;
  as?: Name | null;
  method?: string;
  /** Below /api; with the slash that our paths end in. */
  path: string | ((world: World) => string | Promise<string>);
  headers?: Record<string, string | string[]>;
  json?: unknown | ((world: World) => unknown);
  raw?: string | Uint8Array | readonly Uint8Array[];
  status: number | readonly number[];
  code?: string;
  /** Paths that `fields` must name. */
  fields?: readonly string[];
  within?: number;
  check?: (answer: Answered, world: World) => void | Promise<void>;
}

async function enter(role: Role, name: Name, passwordHash: string): Promise<Person> {
  const email = `${name}@example.test`;
  const actor = await addActor(role, { name: name[0]!.toUpperCase() + name.slice(1), email });
  const { rows } = await sql.query('UPDATE person SET password_hash = $2 WHERE id = $1 RETURNING *', [
    actor.id,
    passwordHash,
  ]);
  const { access, refresh } = await signedIn(rows[0] as unknown as Parameters<typeof signedIn>[0]);
  return { ...actor, email, access, refresh };
}

/** A web process with the real limits per time, over the database of the running test file. */
export async function makeWorld(): Promise<World> {
  const web = await startWeb(testEnvironment({ RATE_LIMIT_SCALE: '1' }));
  const hash = await hashPassword(PASSWORD);
  const people = {
    carla: await enter('customer', 'carla', hash),
    dora: await enter('customer', 'dora', hash),
    ada: await enter('agent', 'ada', hash),
    bruno: await enter('agent', 'bruno', hash),
    root: await enter('admin', 'root', hash),
  };
  return {
    web,
    people,
    async ticket({ of = 'carla', held = null, status, deleted = false } = {}) {
      const { id } = await fileTicket(people[of]);
      const { rows } = await sql.query<{ id: string; number: number; version: number }>(
        `UPDATE ticket SET assignee_id = $2, status = $3, deleted_at = CASE WHEN $4 THEN now() END
         WHERE id = $1 RETURNING id, number, version`,
        [id, held && people[held].id, status ?? (held ? 'ASSIGNED' : 'OPEN'), deleted],
      );
      return rows[0]!;
    },
  };
}

/** Sends one line and answers with what came back, after the checks that hold for all. */
export async function sendLine(world: World, line: Line): Promise<Answered> {
  const path = `/api${typeof line.path === 'string' ? line.path : await line.path(world)}`;
  const given = typeof line.json === 'function' ? await line.json(world) : line.json;
  const body = line.raw ?? (given === undefined ? undefined : JSON.stringify(given));
  const as = line.as === undefined ? 'carla' : line.as;
  const answer = await ask(world.web.port, {
    method: line.method ?? (body === undefined ? 'GET' : 'POST'),
    path,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(as === null ? {} : { authorization: `Bearer ${world.people[as].access}` }),
      ...line.headers,
    },
    ...(body === undefined ? {} : { body }),
  });
  expectDecent(answer);
  return answer;
}
