import { sameText } from '../auth/secrets';
import { env } from '../env';
import { signMail } from './sign-mail';

/**
 * Message-IDs that we can recognise as ours when they come back in an answer, a bounce or a loop
 * (product 2.13): `<m.<row of the ledger>.<16 hex digits of its HMAC>@domain>`.
 */
const domain = (): string => env().MAIL_FROM.split('@').at(-1)!.toLowerCase();
const make = (kind: 'm' | 't', id: string): string =>
  `<${kind}.${id}.${signMail(kind === 'm' ? 'message' : 'thread', id).toString('hex', 0, 8)}@${domain()}>`;

/** The Message-ID of one mail: the same however often it is sent. */
export const messageIdFor = (mailId: string): string => make('m', mailId);

/** An id that no mail has but every mail of the ticket refers to first: mail programs thread by it. */
export const threadIdFor = (ticketId: string): string => make('t', ticketId);

/** What a Message-ID of ours names, or null when it is foreign, mangled or forged. The domain is not looked at. */
export function parseMessageId(header: string): { kind: 'mail' | 'ticket'; id: string } | null {
  const found = /^<?([mt])\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([0-9a-f]{16})@/i.exec(
    header.trim(),
  );
  if (!found) return null;
  const [, kind = '', id = '', digest = ''] = found.map((part) => part.toLowerCase());
  const expected = signMail(kind === 'm' ? 'message' : 'thread', id).toString('hex', 0, 8);
  return sameText(digest, expected) ? { kind: kind === 'm' ? 'mail' : 'ticket', id } : null;
}

const MAX_REFERENCES = 1_500;

/**
 * The References header: the ticket's thread id, then the earlier mails, oldest first. Long threads keep the first
 * and the newest ids (some servers refuse or cut a longer header).
 */
export function referencesFor(ticketId: string, earlier: readonly string[]): string[] {
  const first = threadIdFor(ticketId);
  const kept: string[] = [];
  let length = first.length;
  for (const id of [...earlier].reverse()) {
    length += id.length + 1;
    if (length > MAX_REFERENCES) break;
    kept.unshift(id);
  }
  return [first, ...kept];
}
