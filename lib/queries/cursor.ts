import { createHmac } from 'node:crypto';
import { sameText } from '../auth/secrets';
import { env } from '../env';
import { Invalid } from '../errors';

/**
 * Cursors of lists: where the next page starts, signed for the person and the list. A cursor that was changed, made up
 * or taken from somebody else or another list is refused with 422; it could never show foreign rows, since visibility
 * is in the query. Whoever holds it can read it: nothing goes in that its person may not see.
 */
const sign = (actorId: string, list: string, payload: string): string =>
  createHmac('sha256', env().AUTH_SECRET)
    .update(`cursor\n${actorId}\n${list}\n${payload}`)
    .digest('base64url')
    .slice(0, 22);

/** `list` names the list, and the ticket when it is one ticket's. */
export function encodeCursor(actorId: string, list: string, value: unknown): string {
  const payload = Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${payload}.${sign(actorId, list, payload)}`;
}

/** One page of rows that were read with one more than it holds; `placeOf` its last row is where the next one starts. */
export function pageOf<Row extends object>(
  actorId: string,
  list: string,
  { rows, limit, placeOf }: { rows: readonly Row[]; limit: number; placeOf: (last: Row) => unknown },
): { shown: Row[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { shown, next: rows.length > limit && last ? encodeCursor(actorId, list, placeOf(last)) : null };
}

/** @throws Invalid when the cursor is not one that {@link encodeCursor} made for this person and list. */
export function decodeCursor(actorId: string, list: string, cursor: string): unknown {
  const [payload = '', signature = ''] = cursor.split('.');
  if (!sameText(signature, sign(actorId, list, payload))) throw new Invalid({ cursor: ['cursor'] });
  return JSON.parse(Buffer.from(payload, 'base64url').toString());
}
