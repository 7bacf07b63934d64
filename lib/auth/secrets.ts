import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { env } from '../env';

/**
 * Secrets that are never stored: a row keeps its id and a nonce, and the digits of a code or the secret half of a
 * token is a keyed HMAC of both. The database, a backup or a job alone therefore opens nothing, and the worker can
 * still write the code into the mail at the moment of sending.
 */

/** A fresh nonce, 128 bit. */
export const newNonce = (): string => randomBytes(16).toString('base64url');

const mac = (purpose: string, id: string, nonce: string): Buffer =>
  createHmac('sha256', env().AUTH_SECRET).update(`${purpose}\n${id}\n${nonce}`).digest();

/** The six digits of an e-mail code. 48 bits taken modulo a million: the bias is below one in a hundred million. */
export function sixDigits(id: string, nonce: string): string {
  return String(mac('email-code', id, nonce).readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
}

/** The token `<id>.<secret>` of a row; `purpose` keeps tokens of one kind from serving as another. */
export function tokenFor(purpose: string, id: string, nonce: string): string {
  return `${id}.${mac(purpose, id, nonce).toString('base64url')}`;
}

/** The row id that a token names, or null when the text is no token at all. */
export function tokenRowId(token: string): string | null {
  return /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.[\w-]{43}$/.exec(token)?.[1] ?? null;
}

/** Compares in constant time. */
export function sameText(a: string, b: string): boolean {
  const left = createHmac('sha256', 'compare').update(a).digest();
  const right = createHmac('sha256', 'compare').update(b).digest();
  return timingSafeEqual(left, right);
}
