import { createHmac } from 'node:crypto';
import { sameText } from '../auth/secrets';
import { env } from '../env';
import { Invalid } from '../errors';

/**
 * Cursors of lists: where the next page starts, signed for the person who got it. A cursor that was changed, made up
 * or taken from somebody else is refused with 422; it could never show foreign rows, since visibility is in the query.
 */
const sign = (actorId: string, payload: string): string =>
  createHmac('sha256', env().AUTH_SECRET)
    .update(`cursor\n${actorId}\n${payload}`)
    .digest('base64url')
    .slice(0, 22);

export function encodeCursor(actorId: string, value: unknown): string {
  const payload = Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${payload}.${sign(actorId, payload)}`;
}

/** @throws Invalid when the cursor is not one that {@link encodeCursor} made for this person. */
export function decodeCursor(actorId: string, cursor: string): unknown {
  const [payload = '', signature = ''] = cursor.split('.');
  if (!sameText(signature, sign(actorId, payload))) throw new Invalid({ cursor: ['cursor'] });
  return JSON.parse(Buffer.from(payload, 'base64url').toString());
}
