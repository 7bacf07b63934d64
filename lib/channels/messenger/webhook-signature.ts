import { createHmac } from 'node:crypto';
import { sameText } from '../../auth/secrets';

/** What the vendor sends as `X-Hub-Signature-256`: the HMAC-SHA-256 of the body's bytes with the app's secret. */
export const hubSignatureOf = (appSecret: string, body: Uint8Array): string =>
  `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;

/** Is this body from who has the app's secret? Says no in the same time whatever is wrong (control C33). */
export const isFromApp = (appSecret: string, signature: string | undefined, body: Uint8Array): boolean =>
  sameText(signature ?? '', hubSignatureOf(appSecret, body));
