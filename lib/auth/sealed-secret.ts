import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { env } from '../env';

/**
 * Secrets that others gave us and want back word for word: a mail server's password, a page's access token. They lie in
 * the database encrypted (AES-256-GCM) with a key made from AUTH_SECRET, so that a copy of the database alone opens
 * nothing. What each is for is sealed in with it: a value that was moved to another column does not open.
 */
const VERSION = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;

const key = (): Buffer => Buffer.from(hkdfSync('sha256', env().AUTH_SECRET, '', 'sealed-secret', 32));

/** @param purpose such as `mailbox.imap_password`; the same is needed to open it. */
export function sealSecret(purpose: string, secret: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key(), iv).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return `${VERSION}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`;
}

/** The secret, or null when it was sealed for something else, with another AUTH_SECRET, or changed since. */
export function openSecret(purpose: string, sealed: string): string | null {
  const [version, text] = sealed.split('.');
  if (version !== VERSION || text === undefined) return null;
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length < IV_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(purpose))
    .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return null;
  }
}
