import { createHmac } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import { z } from 'zod';
import { clientAddress } from '../auth/client-address';
import { type Identity, readActor } from '../auth/read-actor';
import type { Attempt } from '../commands/steps/once';
import type { IncomingFile } from '../commands/upload-file';
import { env } from '../env';
import { Forbidden, Invalid, Unauthenticated } from '../errors';
import { isForeignOrigin } from '../origin';
import { keyMay } from '../rules/key-rights';
import { isStaff } from '../rules/permissions';
import { type Access, routeAccess } from '../rules/route-access';
import type { ApiContext } from './context';
import { type Hold, holdingBytes } from './hold-bytes';
import { limitRequests } from './limit-requests';
import { bodyPieces, parseJson, readBody } from './read-body';
import { openForm } from './read-form';
import { Answer, accessKey, type Call, type Contract, type Route } from './route';

const BODY_LIMIT = 1024 * 1024;

/** One request from door to door: who, may he, what does he say, do it, answer. */
export const answerCall = (c: ApiContext, route: Route): Promise<Response> =>
  (route.contract.bodyLimit ?? 0) > BODY_LIMIT
    ? holdingBytes((hold) => answer(c, route, hold))
    : answer(c, route);

/** @param hold counts what is kept of a large body. */
async function answer(c: ApiContext, route: Route, hold?: Hold): Promise<Response> {
  const { contract } = route;
  const identity = await identityFor(c, contract);
  const ip = clientIp(c);
  await limitRequests(identity?.key?.id ?? identity?.actor.id ?? null, ip);
  if (contract.method !== 'get' && isForeignOrigin(c.req.raw.headers, identity?.via === 'cookie')) {
    throw new Forbidden('This request came from another site.', 'bad_origin');
  }
  checkAccess(routeAccess[accessKey(route)]!, identity?.actor ?? null);
  if (identity?.actor.visitor && !contract.visitors)
    throw new Forbidden('This is not for visitors of a chat.');
  checkKey(identity, route, undefined);
  const header = (name: string) => c.req.header(name);
  await contract.admit?.(contract.params?.parse(c.req.param()) ?? {}, header);
  const limit = contract.bodyLimit ?? BODY_LIMIT;
  const raw =
    (contract.body || contract.bodyType) && !contract.isUpload && !(contract.bodyOptional && isWithoutBody(c))
      ? await readBody(c, contract.bodyType ?? 'application/json', limit, hold)
      : new Uint8Array();
  const call: Call = {
    identity,
    get actor() {
      if (!identity) throw new Unauthenticated();
      return identity.actor;
    },
    get visitor() {
      const { visitor, ...actor } = this.actor;
      if (!visitor) throw new Forbidden('This is for visitors of a chat alone.');
      return { ...actor, visitor };
    },
    ...parse(c, contract, raw),
    raw,
    attempt: contract.method === 'post' && identity && !contract.isUpload ? attemptOf(c, raw) : undefined,
    get upload() {
      return uploadOf(c, contract, limit);
    },
    file: (take) => takeFile(c, limit, take),
    method: c.req.method,
    header,
    ip,
    userAgent: (c.req.header('user-agent') ?? '').slice(0, 200),
    acceptLanguage: c.req.header('accept-language') ?? '',
    prefersAsync: /(^|,)\s*respond-async\s*(,|;|$)/i.test(c.req.header('prefer') ?? ''),
  };
  checkKey(identity, route, call.body);
  const result = await route.handle(call);
  if (result instanceof Answer) return json(result.status, result.body, result.headers);
  if (result instanceof Response) return result;
  return json(contract.status ?? 200, result);
}

/** Under the names of the sources as well; the lab's Facebook has tokens of its own. */
const DOOR = /^\/(auth|token|register_customer|register_customer_rep|lab\/messenger\/graph)(\/|$)/;

/**
 * Who knocks. The doors of identity do not ask: a client that renews its tokens often sends the expired one along,
 * and would be refused for the very thing it came to mend.
 */
function identityFor(c: ApiContext, { path }: Contract): Promise<Identity | null> {
  if (DOOR.test(path)) return Promise.resolve(null);
  return readActor({ authorization: c.req.header('authorization'), cookie: c.req.header('cookie') });
}

function checkAccess(access: Access, actor: Call['actor'] | null): void {
  if (access === 'anyone') return;
  if (!actor) throw new Unauthenticated();
  if (access === 'visitor' && !actor.visitor) throw new Forbidden('This is for visitors of a chat alone.');
  if (access === 'staff' && !isStaff(actor.role)) throw new Forbidden();
  if (access === 'admin' && actor.role !== 'admin') throw new Forbidden();
}

/** Asked before the body is read, and again for what stands in it. */
function checkKey(identity: Identity | null, route: Route, body: unknown): void {
  if (identity?.key && !keyMay(identity.key.scope, accessKey(route), body))
    throw new Forbidden('This key does not allow this.');
}

const noQuery = z.strictObject({});

/** Neither a type nor a length nor a stream: the client sent no body, which is not the same as an empty one. */
const isWithoutBody = (c: ApiContext): boolean =>
  !c.req.header('content-type') &&
  !c.req.header('transfer-encoding') &&
  Number(c.req.header('content-length') ?? 0) === 0;

function parse(c: ApiContext, contract: Contract, raw: Uint8Array) {
  const query = Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
  const isNothing = contract.bodyOptional && raw.byteLength === 0;
  const json = contract.body && !contract.bodyType && !isNothing ? parseJson(raw) : {};
  return {
    params: contract.params?.parse(c.req.param()),
    query: (contract.query ?? noQuery).parse(query),
    body: contract.body?.parse(json, { reportInput: true }),
  };
}

/**
 * The hash covers method, path, query and the bytes as they came, so that the same key cannot carry another request.
 * It is keyed: a body may hold a password, and a plain hash of it would lie in the database for a day.
 */
function attemptOf(c: ApiContext, raw: Uint8Array): Attempt | undefined {
  const key = keyOf(c);
  return key === undefined ? undefined : { key, hash: requestHash(c).update(raw).digest('base64url') };
}

function keyOf(c: ApiContext): string | undefined {
  const key = c.req.header('idempotency-key');
  if (key !== undefined && !/^[\x21-\x7e]{1,255}$/.test(key))
    throw new Invalid({ 'idempotency-key': ['format'] });
  return key;
}

function requestHash(c: ApiContext) {
  const target = `${c.req.path.replace(/\/+$/, '')}${new URL(c.req.url).search}`;
  return createHmac('sha256', env().AUTH_SECRET).update(`${c.req.method} ${target}\n`);
}

/** A body in pieces; what makes a repeat the same request is known at its end. */
function uploadOf(c: ApiContext, { bodyType = 'application/json' }: Contract, limit: number): Call['upload'] {
  const key = keyOf(c);
  const hash = requestHash(c);
  async function* pieces() {
    for await (const piece of bodyPieces(c, bodyType, limit)) {
      hash.update(piece);
      yield piece;
    }
  }
  return {
    pieces: pieces(),
    attempt: () => (key === undefined ? undefined : { key, hash: hash.digest('base64url') }),
  };
}

/** A form's boundary is another one each time: what makes a repeat the same is the file's name and bytes. */
async function takeFile<T>(
  c: ApiContext,
  limit: number,
  take: (file: IncomingFile) => Promise<T>,
): Promise<T> {
  const key = keyOf(c);
  const { name, pieces, dismiss } = await openForm(c, limit);
  const hash = requestHash(c).update(`${name}\n`);
  async function* watched() {
    for await (const piece of pieces) {
      hash.update(piece);
      yield piece;
    }
  }
  const attempt = () => (key === undefined ? undefined : { key, hash: hash.digest('base64url') });
  try {
    return await take({ name, pieces: watched(), attempt });
  } finally {
    await dismiss();
  }
}

function clientIp(c: ApiContext): string {
  return clientAddress(c.req.raw.headers, socketAddress(c));
}

function socketAddress(c: ApiContext): string | undefined {
  try {
    return getConnInfo(c).remote.address;
  } catch {
    // under Next's door there is no socket to ask
    return undefined;
  }
}

function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  if (status === 204) return new Response(null, { status, headers });
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });
}
