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

/** Is it of now, and does it look like a signature? It can be said before the body is there. */
export const isPlausible = ({ timestamp = '', signature = '' }: SignedHeaders): boolean =>
  /^\d{1,12}$/.test(timestamp) &&
  Math.abs(Date.now() - Number(timestamp) * 1_000) <= WINDOW_MS &&
  /^sha256=[0-9a-f]{64}$/.test(signature);

/** Is this body from who has the key, and of now? Says no in the same time whatever is wrong (control C33). */
export function isSigned(key: string, headers: SignedHeaders, body: Uint8Array): boolean {
  const { timestamp = '', signature = '' } = headers;
  const isRight = sameText(signature, signatureOf(key, timestamp, body));
  return isPlausible(headers) && isRight;
}
