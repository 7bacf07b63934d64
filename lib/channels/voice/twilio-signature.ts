import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * What Twilio sends along as `X-Twilio-Signature`: HMAC-SHA1, in Base64, of the address that it calls and all fields of
 * the form, sorted by name, names and values without anything between them. Of a field that comes several times, each
 * value counts once, sorted.
 */
export function twilioSignature(authToken: string, url: string, form: URLSearchParams): string {
  const names = [...new Set(form.keys())].sort();
  const text = names
    .map((name) =>
      [...new Set(form.getAll(name))]
        .sort()
        .map((value) => name + value)
        .join(''),
    )
    .join('');
  return createHmac('sha1', authToken).update(`${url}${text}`, 'utf8').digest('base64');
}

/** In constant time, whatever was sent. */
export function isTwilioSigned(
  authToken: string,
  urls: readonly string[],
  form: URLSearchParams,
  sent: string | undefined,
): boolean {
  const given = hashed(sent ?? '');
  return urls
    .map((url) => timingSafeEqual(hashed(twilioSignature(authToken, url, form)), given))
    .some(Boolean);
}

const hashed = (text: string): Buffer => createHash('sha256').update(text).digest();
