import { createHmac } from 'node:crypto';
import { sameText } from '../../auth/secrets';

/** Minutes before and after now in which a signature holds. */
const WINDOW_MS = 5 * 60_000;

/** What a provider sends beside a mail: seconds since 1970, and `sha256=` with the HMAC of `<timestamp>.<body>`. */
export interface SignedHeaders {
  timestamp: string | undefined;
  signature: string | undefined;
}

export const signatureOf = (key: string, timestamp: string, body: Uint8Array): string =>
  `sha256=${createHmac('sha256', key).update(`${timestamp}.`).update(body).digest('hex')}`;

/** Is this body from who has the key, and of now? Says no in the same time whatever is wrong (control C33). */
export function isSigned(
  key: string,
  { timestamp = '', signature = '' }: SignedHeaders,
  body: Uint8Array,
): boolean {
  const isRight = sameText(signature, signatureOf(key, timestamp, body));
  const isNow = /^\d{1,12}$/.test(timestamp) && Math.abs(Date.now() - Number(timestamp) * 1_000) <= WINDOW_MS;
  return isRight && isNow;
}
