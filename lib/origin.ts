import { isIPv4 } from 'node:net';
import { env } from './env';

/** Of this machine alone: 127.0.0.0/8, ::1, `localhost` and the names below it (RFC 6761). */
const isLoopback = (host: string): boolean => {
  const name = host.replace(/^\[|\]$/g, '');
  return /^(.+\.)?localhost$/.test(name) || name === '::1' || (isIPv4(name) && name.startsWith('127.'));
};

/**
 * Whoever asks sits at this machine: the house listens on loopback, and its address is there as well. With another
 * APP_URL a proxy stands in front of it and lets everybody in.
 */
export const isOwnMachine = (): boolean =>
  isLoopback(env().HOST) && isLoopback(new URL(env().APP_URL).hostname);

/** Origins that our own pages have: APP_URL's, and at one's own machine all of its names, where the lab's visitors are. */
export function isOwnOrigin(origin: string): boolean {
  const own = new URL(env().APP_URL);
  if (origin === own.origin) return true;
  if (!URL.canParse(origin)) return false;
  const other = new URL(origin);
  const isSameDoor = other.protocol === own.protocol && other.port === own.port;
  return isOwnMachine() && isLoopback(other.hostname) && isSameDoor;
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
