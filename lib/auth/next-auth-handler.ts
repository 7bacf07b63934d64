import NextAuthModule from 'next-auth';
import { env } from '../env';
import { ownAddress } from '../rules/own-address';
import type { Client } from './client';
import { nextAuthOptions, type SignInActs } from './next-auth-options';

/** Inside Next's bundle the import is the function, under tsx and plain Node an object that holds it. */
const NextAuth =
  (NextAuthModule as typeof NextAuthModule & { default?: typeof NextAuthModule }).default ?? NextAuthModule;

const BODY_LIMIT = 64 * 1024;

/** The part of Node's response that next-auth writes to. */
interface Written {
  status: number;
  headers: Map<string, string | string[]>;
  body: string;
}

/**
 * Runs next-auth over Web requests. It is called in its form for plain request and response objects, which needs no
 * framework around it: so the same handler serves under our server, under Next, and in a test.
 *
 * `client.ip` must be an address that may be trusted: the login limits count by it.
 */
export async function handleNextAuth(request: Request, client: Client, acts: SignInActs): Promise<Response> {
  // links and cookies follow APP_URL, never the Host of a request
  process.env.NEXTAUTH_URL = env().APP_URL;
  const url = new URL(request.url);
  const body = await readForm(request);
  if (body === null) return plain(413, 'The body is too large.');
  const written: Written = { status: 200, headers: new Map(), body: '' };
  await NextAuth(
    {
      method: request.method,
      headers: {},
      query: { ...safeQuery(url.searchParams), nextauth: url.pathname.split('/').slice(3).filter(Boolean) },
      cookies: safeCookies(request.headers.get('cookie') ?? ''),
      body,
    } as unknown as Parameters<typeof NextAuth>[0],
    responseOver(written) as unknown as Parameters<typeof NextAuth>[1],
    nextAuthOptions(acts, client),
  );
  return answerOf(written);
}

/** next-auth calls what it cannot do (GET of a credentials callback) a fault of the server; it is the client's. */
function answerOf({ status, headers, body }: Written): Response {
  const answer = plain(status >= 500 ? 400 : status, body);
  for (const [name, value] of headers) {
    // its own type takes the place of ours
    if (!Array.isArray(value)) answer.headers.set(name, value);
    else for (const one of value) answer.headers.append(name, one);
  }
  answer.headers.set('cache-control', 'private, no-store');
  answer.headers.set('x-content-type-options', 'nosniff');
  return answer;
}

const plain = (status: number, text: string): Response =>
  new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });

function responseOver(written: Written) {
  const response = {
    status: (code: number) => {
      written.status = code;
      return response;
    },
    getHeader: (name: string) => written.headers.get(name.toLowerCase()),
    setHeader: (name: string, value: string | string[]) => {
      written.headers.set(name.toLowerCase(), value);
      return response;
    },
    json: (value: unknown) => {
      response.setHeader('content-type', 'application/json; charset=utf-8');
      written.body = JSON.stringify(value);
    },
    send: (value: unknown) => {
      if (value !== null && typeof value === 'object') response.json(value);
      else written.body = String(value ?? '');
    },
    end: () => {},
  };
  return response;
}

/** The fields of a form or of flat JSON, as texts; null when the body is too large, {} when it is neither. */
async function readForm(request: Request): Promise<Record<string, string> | null> {
  if (request.method === 'GET' || request.method === 'HEAD' || !request.body) return {};
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > BODY_LIMIT) return null;
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  const fields = fieldsOf(text, request.headers.get('content-type') ?? '');
  return 'callbackUrl' in fields ? { ...fields, callbackUrl: safeAddress(fields.callbackUrl!) } : fields;
}

function fieldsOf(text: string, type: string): Record<string, string> {
  if (/^application\/x-www-form-urlencoded/i.test(type)) return Object.fromEntries(new URLSearchParams(text));
  if (!/^application\/json/i.test(type)) return {};
  try {
    const value: unknown = JSON.parse(text);
    if (value === null || typeof value !== 'object') return {};
    return Object.fromEntries(Object.entries(value).filter(([, field]) => typeof field === 'string'));
  } catch {
    return {};
  }
}

const safeAddress = (address: string): string => ownAddress(address, env().APP_URL);

/** A callback address that is none makes next-auth answer 500, so it is put right before it sees it. */
function safeQuery(parameters: URLSearchParams): Record<string, string> {
  const query = Object.fromEntries(parameters);
  if (query.callbackUrl !== undefined) query.callbackUrl = safeAddress(query.callbackUrl);
  return query;
}

function safeCookies(header: string): Record<string, string> {
  const cookies: Record<string, string> = {};
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, at).trim();
    if (at < 1 || Object.hasOwn(cookies, name)) continue;
    const value = decoded(pair.slice(at + 1).trim());
    cookies[name] = name.endsWith('next-auth.callback-url') ? safeAddress(value) : value;
  }
  return cookies;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
