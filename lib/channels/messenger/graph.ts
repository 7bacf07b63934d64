import { createHmac } from 'node:crypto';
import { z } from 'zod';

/** A page, as the adapter needs it to call the vendor for it. */
export interface GraphPage {
  graphUrl: string;
  accessToken: string;
  appSecret: string;
}

/**
 * Why a call gave nothing. `later`: another try may. `closed`: he may not be written to any more until he writes.
 * `retryAfter` in seconds, where it was said.
 */
export class GraphFailure extends Error {
  readonly kind: 'later' | 'refused' | 'closed';
  readonly retryAfter: number | null;
  constructor(kind: GraphFailure['kind'], message: string, retryAfter: number | null = null) {
    super(message.slice(0, 300));
    this.kind = kind;
    this.retryAfter = retryAfter;
  }
}

const VERSION = 'v23.0';
const TIMEOUT_MS = 10_000;
const UPLOAD_TIMEOUT_MS = 60_000;
/** No answer of theirs is as long. */
const MOST = 256 * 1024;

/** What to send, and to whom. `tag` outside the ordinary window. */
export interface Outgoing {
  psid: string;
  text?: string;
  attachment?: { id: string; kind: AttachmentKind };
  isTagged: boolean;
  /** Comes back with the echo, by which we know our own. */
  metadata: string;
}
export type AttachmentKind = 'image' | 'audio' | 'video' | 'file';

/** Sends one message. @returns the vendor's name of it. @throws GraphFailure. */
export async function sendMessage(page: GraphPage, out: Outgoing): Promise<{ mid: string }> {
  const { text, attachment, metadata } = out;
  const answer = await call(page, 'me/messages', {
    json: {
      recipient: { id: out.psid },
      ...(out.isTagged
        ? { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' }
        : { messaging_type: 'RESPONSE' }),
      message: attachment
        ? { attachment: { type: attachment.kind, payload: { attachment_id: attachment.id } }, metadata }
        : { text, metadata },
    },
  });
  return { mid: needed(answer, z.looseObject({ message_id: z.string().min(1) })).message_id };
}

/** Hands over a file that a message is then made of. @returns the vendor's name of it. @throws GraphFailure. */
export async function uploadFile(
  page: GraphPage,
  file: { bytes: Uint8Array<ArrayBuffer>; name: string; type: string; kind: AttachmentKind },
): Promise<string> {
  const form = new FormData();
  const payload = { is_reusable: true };
  form.set('message', JSON.stringify({ attachment: { type: file.kind, payload } }));
  form.set('filedata', new Blob([file.bytes], { type: file.type }), file.name);
  const answer = await call(page, 'me/message_attachments', { form });
  return needed(answer, z.looseObject({ attachment_id: z.coerce.string().min(1) })).attachment_id;
}

/** What somebody calls himself, and in which language; null for what we are not told. @throws GraphFailure. */
export async function readProfile(
  page: GraphPage,
  psid: string,
): Promise<{ name: string; locale: string | null }> {
  const answer = await call(page, `${encodeURIComponent(psid)}?fields=first_name,last_name,locale`, {});
  const text = z.string().nullish().catch(null);
  const known = z.looseObject({ first_name: text, last_name: text, locale: text }).parse(answer);
  return {
    name: [known.first_name, known.last_name].filter(Boolean).join(' '),
    locale: known.locale ?? null,
  };
}

/** Which page the token opens. @throws GraphFailure. */
export async function readPage(page: GraphPage): Promise<{ id: string; name: string }> {
  const answer = await call(page, 'me?fields=id,name', {});
  return needed(answer, z.looseObject({ id: z.coerce.string(), name: z.string().catch('') }));
}

function needed<T>(answer: unknown, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw new GraphFailure('later', 'The answer could not be understood.');
  return parsed.data;
}

async function call(
  page: GraphPage,
  path: string,
  { json, form }: { json?: object; form?: FormData },
): Promise<unknown> {
  const url = new URL(`${page.graphUrl.replace(/\/+$/, '')}/${VERSION}/${path}`);
  // who has the token alone must not be able to speak for the page
  url.searchParams.set(
    'appsecret_proof',
    createHmac('sha256', page.appSecret).update(page.accessToken).digest('hex'),
  );
  const request: RequestInit = {
    method: json || form ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${page.accessToken}`,
      ...(json ? { 'content-type': 'application/json' } : {}),
    },
    ...(json ? { body: JSON.stringify(json) } : form ? { body: form } : {}),
    redirect: 'error',
    signal: AbortSignal.timeout(form ? UPLOAD_TIMEOUT_MS : TIMEOUT_MS),
  };
  const answer = await fetch(url, request).catch(() => {
    throw new GraphFailure('later', 'Facebook did not answer.');
  });
  const body = await bodyOf(answer);
  if (!answer.ok) throw failureOf(answer, body);
  return body;
}

async function bodyOf(answer: Response): Promise<unknown> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of answer.body ?? []) {
      size += piece.byteLength;
      if (size > MOST) break;
      pieces.push(piece);
    }
    return JSON.parse(Buffer.concat(pieces).toString());
  } catch {
    return null;
  }
}

const errorBody = z.object({
  error: z.looseObject({
    message: z.string().catch(''),
    code: z.number().catch(0),
    error_subcode: z.number().optional().catch(undefined),
    is_transient: z.boolean().optional().catch(undefined),
  }),
});

/** Limits of the app, the page and the account, and moments in which the vendor is not well. */
const LATER = new Set([1, 2, 4, 17, 32, 341, 368, 613, 1200, 80006]);
/** Too late, whatever the permission is that was missing. */
const CLOSED = new Set([2018278, 2018065]);

/** As "Error codes" of the Messenger Platform has it. A 551 ("isn't available") stays so until he changes it. */
function failureOf(answer: Response, body: unknown): GraphFailure {
  const parsed = errorBody.safeParse(body);
  const header = Number(answer.headers.get('retry-after'));
  const after = Number.isFinite(header) && header > 0 ? Math.min(header, 86_400) : null;
  if (!parsed.success) {
    const isLater = answer.status >= 500 || answer.status === 429;
    return new GraphFailure(isLater ? 'later' : 'refused', `Facebook answered ${answer.status}.`, after);
  }
  const { message, code, error_subcode: sub, is_transient } = parsed.data.error;
  const said = `(#${code}${sub ? `/${sub}` : ''}) ${message}`;
  if (sub !== undefined && CLOSED.has(sub)) return new GraphFailure('closed', said);
  const isLater = is_transient === true || LATER.has(code) || answer.status >= 500 || answer.status === 429;
  return new GraphFailure(isLater ? 'later' : 'refused', said, after);
}
