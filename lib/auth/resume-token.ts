import { sameText, tokenFor, tokenRowId } from './secrets';

/** How long a mailed link goes on with a conversation on another device. */
const DAYS = 7;

/** What a link of a visitor hangs on. */
export interface Resumed {
  id: string;
  nonce: string;
  /** Whose he is, and whether that is proved: once either is otherwise, older links open nothing. */
  person_id: string | null;
  joined_at: Date | null;
}

const secretFor = ({ id, nonce, person_id, joined_at }: Resumed, until: string): string =>
  tokenFor('visitor-resume', id, `${nonce}\n${person_id}${joined_at ? ' joined' : ''}\n${until}`);

/** What stands behind the # of a mailed link: `<until>.<visitor>.<secret>`. Derived and never stored. */
export function resumeToken(visitor: Resumed, now = Date.now()): string {
  const until = Math.floor(now / 1_000 + DAYS * 86_400).toString(36);
  return `${until}.${secretFor(visitor, until)}`;
}

/** The visitor that a link names, or null when it is none, or too old. Whether it is ours, {@link isResumeToken} says. */
export function resumedVisitor(token: string): string | null {
  const [, until, secret] = /^([0-9a-z]{1,9})\.(.+)$/.exec(token) ?? [];
  if (!until || !secret || Number.parseInt(until, 36) * 1_000 < Date.now()) return null;
  return tokenRowId(secret);
}

export function isResumeToken(token: string, visitor: Resumed): boolean {
  const until = token.split('.')[0]!;
  return sameText(token, `${until}.${secretFor(visitor, until)}`);
}
