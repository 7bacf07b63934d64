import type { z } from 'zod';
import type { Attempt } from '../commands/steps/once';
import type { IncomingFile } from '../commands/upload-file';
import type { Upload } from '../commands/upload-import';
import type { Actor, Visit } from '../rules/permissions';

/**
 * One endpoint: its contract (what documents and checks it) and its handler. Handlers are one line: a command or a
 * query with what was parsed. `path` is below /api, with `{name}` for parameters, without a trailing slash.
 */
export interface Contract {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: string;
  /** Answers without /api in front of it as well (S1's /auth). */
  atRoot?: boolean;
  tag: string;
  summary: string;
  description?: string;
  params?: z.ZodObject;
  query?: z.ZodType;
  body?: z.ZodType;
  /** Media type of the body; JSON unless told. Text bodies arrive as `raw`. */
  bodyType?:
    | 'application/json'
    | 'application/x-www-form-urlencoded'
    | 'text/csv'
    | 'multipart/form-data'
    | 'message/rfc822';
  /** Nothing at all may be sent in place of `{}`. */
  bodyOptional?: boolean;
  /** Bytes, of a form those of its file; 1 MiB unless told. */
  bodyLimit?: number;
  /** Asked before the body is read: of whom it refuses nothing is kept. */
  admit?: (params: Record<string, unknown>, header: Call['header']) => Promise<void>;
  /** The body is not read before the handler, which takes it from `upload` or `file` as it comes. */
  isUpload?: boolean;
  /** Visitors of a website's chat may come too; everywhere else they are refused. */
  visitors?: boolean;
  answer?: z.ZodType;
  /** Success status; 200 unless told. */
  status?: 200 | 201 | 202 | 204 | 302;
  /** Other answers than the common refusals, for the document: status → meaning. */
  also?: Record<number, string>;
}

/** What a handler gets. `actor` throws 401 when nobody is signed in; routes open to anyone use `identity`. */
export interface Call<P = unknown, Q = unknown, B = unknown> {
  readonly actor: Actor;
  /** Who came from a website's chat. @throws Unauthenticated, Forbidden for anybody else. */
  readonly visitor: Actor & { visitor: Visit };
  readonly identity: { actor: Actor; via: 'cookie' | 'bearer' } | null;
  params: P;
  query: Q;
  body: B;
  /** The body's bytes as they came, for what is not JSON. */
  raw: Uint8Array;
  /** The body as it comes, of a contract with `isUpload`. */
  upload: Upload;
  /** Hands over the one file of a form as it comes, of a contract with `isUpload`. */
  file<T>(take: (file: IncomingFile) => Promise<T>): Promise<T>;
  /** Present on POSTs that carry an Idempotency-Key. */
  attempt: Attempt | undefined;
  /** As it came: HEAD is answered by the handler of GET. */
  method: string;
  header(name: string): string | undefined;
  ip: string;
  userAgent: string;
  acceptLanguage: string;
  /** The client asked not to be kept waiting (`Prefer: respond-async`). */
  prefersAsync: boolean;
}

/** An answer with another status or header than the contract's success. */
export class Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Record<string, string>;
  constructor(status: number, body: unknown, headers: Record<string, string> = {}) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

export interface Route {
  contract: Contract;
  handle: (call: Call) => Promise<unknown>;
}

type Parsed<T> = T extends z.ZodType<infer Output> ? Output : undefined;

/** Ties a contract to its handler; the handler's types follow from the contract. */
export function route<const C extends Contract>(
  contract: C,
  handle: (call: Call<Parsed<C['params']>, Parsed<C['query']>, Parsed<C['body']>>) => Promise<unknown>,
): Route {
  return { contract, handle: handle as Route['handle'] };
}

/** The route's row in `routeAccess`. */
export const accessKey = ({ contract }: Route): string => `${contract.method.toUpperCase()} ${contract.path}`;
