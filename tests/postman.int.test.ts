import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { api } from '@/lib/api/app';
import { openApiDocument } from '@/lib/api/openapi';
import { accessKey } from '@/lib/api/route';
import { routes } from '@/lib/api/routes';
import { sql } from '@/lib/db/transaction';
import { routeAccess } from '@/lib/rules/route-access';
import { type Collection, type Item, makeCollection, type OpenApi } from '@/scripts/lib/postman-collection';
import { addActor, fileTicket } from './factories';
import { makePerson, PASSWORD } from './identity';

/** The collection that people download: made from the API's description, and its requests work as they stand. */
const text = await readFile('public/switchboard.postman_collection.json', 'utf8');
const collection = JSON.parse(text) as Collection;
const requests = collection.item.flatMap((folder) => folder.item ?? []);

it('is what `npm run postman` makes of the API as it is now', async () => {
  const made = await makeCollection(openApiDocument(routes) as OpenApi);
  expect(`${JSON.stringify(made, null, 2)}\n` === text, 'run npm run postman').toBe(true);
  expect(requests).toHaveLength(routes.length);
});

it('names nobody’s machine, and nothing that differs from one making to the next', () => {
  const { variable, ...rest } = collection;
  expect(variable.find(({ key }) => key === 'base_url')?.value).toBe('http://localhost:3000');
  const said = JSON.stringify(rest);
  expect(said).not.toMatch(/localhost|127\.0\.0\.1|_postman_id|"id":/);
  expect(said).not.toContain(process.cwd());
});

describe('its requests, sent to the API', () => {
  let server: ServerType;
  const values: Record<string, string> = {};
  beforeAll(async () => {
    const admin = await makePerson({ role: 'admin', email: 'admin@example.test', password: PASSWORD });
    const customer = await addActor('customer');
    const ticket = await fileTicket(customer);
    await sql.query("INSERT INTO import (id, state) VALUES ($1, 'done')", [ticket.id]);
    server = serve({ fetch: api.fetch, hostname: '127.0.0.1', port: 0 });
    await once(server, 'listening');
    Object.assign(values, {
      base_url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      email: admin.email,
      password: PASSWORD,
      customer: customer.id,
    });
    Object.assign(values, { ticket: String(ticket.number), id: ticket.id });
  });
  afterAll(() => server?.close());

  const filled = (template: string) => template.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name] ?? '');

  async function sendItem({ request }: Item): Promise<{ status: number; body: string }> {
    const { method, url, header = [], body, auth } = request!;
    const place = new Map(url.variable.map(({ key, value }) => [key, filled(value)]));
    const path = url.path.map((part) => (part.startsWith(':') ? place.get(part.slice(1)) : part)).join('/');
    const headers = Object.fromEntries(header.map(({ key, value }) => [key, value]));
    if (!auth) headers.authorization = `Bearer ${values.token}`;
    const raw = (body as { raw: string } | undefined)?.raw;
    const answer = await fetch(`${filled(url.host[0]!)}/${path}`, {
      ...{ method, headers, redirect: 'manual' },
      ...(raw === undefined ? {} : { body: filled(raw) }),
    });
    return { status: answer.status, body: await answer.text() };
  }
  const keyOf = ({ request }: Item) =>
    `${request!.method} /${request!.url.path
      .slice(1, -1)
      .join('/')
      .replace(/:(\w+)/g, '{$1}')}`;
  const named = (key: string) => requests.find((item) => keyOf(item) === key)!;
  const successOf = (key: string) => routes.find((route) => accessKey(route) === key)?.contract.status ?? 200;

  it('sign in, and keep the token for the others', async () => {
    const signIn = named('POST /auth/token');
    expect(JSON.stringify(signIn.event)).toContain("collectionVariables.set('token'");
    const { status, body } = await sendItem(signIn);
    expect(status, body).toBe(200);
    values.token = (JSON.parse(body) as { access: string }).access;
  });

  it('read everything', async () => {
    const reading = requests.filter(({ request }) => request!.method === 'GET');
    expect(reading.length).toBeGreaterThan(20);
    const answers = await Promise.all(
      reading
        // whoever signs in is no visitor of a chat
        .filter((item) => routeAccess[keyOf(item)] !== 'visitor')
        .map(async (item) => ({ key: keyOf(item), ...(await sendItem(item)) })),
    );
    // what takes the id of something else than a ticket, or a query that only its sender knows, says so
    for (const { key, status, body } of answers)
      expect([successOf(key), 404, 422], `${key}: ${status} ${body.slice(0, 200)}`).toContain(status);
    const good = answers.filter(({ key, status }) => status === successOf(key));
    expect(good.length).toBeGreaterThan(answers.length * 0.6);
  });

  it.each(['POST /tickets', 'POST /tickets/{ref}/messages', 'POST /messages', 'POST /imports', 'POST /keys'])(
    '%s does what it says',
    async (key) => {
      const { status, body } = await sendItem(named(key));
      expect(status, body).toBe(successOf(key));
    },
  );
});
