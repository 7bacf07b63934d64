import { env } from './env';

/**
 * Origins that our own pages have: APP_URL's, and while we listen on loopback all of loopback's names, those below
 * `localhost` too (RFC 6761), where the lab's visitors are.
 */
export function isOwnOrigin(origin: string): boolean {
  const own = new URL(env().APP_URL);
  if (origin === own.origin) return true;
  if (!URL.canParse(origin)) return false;
  const other = new URL(origin);
  const isLoopback = (name: string) =>
    ['localhost', '127.0.0.1', '[::1]'].includes(name) || name.endsWith('.localhost');
  return (
    env().HOST === '127.0.0.1' &&
    isLoopback(own.hostname) &&
    isLoopback(other.hostname) &&
    other.protocol === own.protocol &&
    other.port === own.port
  );
}

/**
 * A state change that a page of another site may have caused (spec/reliability.md C15). A browser always names the
 * origin of such a request; with a cookie and no sign of where it came from, it is refused as well.
 */
export function isForeignOrigin(headers: Headers, byCookie: boolean): boolean {
  const origin = headers.get('origin');
  if (origin !== null) return !isOwnOrigin(origin);
  if (!byCookie) return false;
  const site = headers.get('sec-fetch-site');
  return site !== 'same-origin' && site !== 'none';
}
