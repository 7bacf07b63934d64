import { isIP } from 'node:net';
import type { Env } from '../env';
import type { Check } from './check';

/** What is set, and what is set in a way that works but should not stay. Missing values stop a process before this. */
export function checkEnvironment({ APP_URL, DEMO, METRICS_TOKEN }: Env): Check {
  const facts = { app_url: APP_URL };
  if (DEMO) return { part: 'environment', state: 'ok', says: 'demo', facts };
  if (isPlain(APP_URL)) return { part: 'environment', state: 'warn', says: 'no_tls', facts };
  return { part: 'environment', state: 'ok', says: METRICS_TOKEN ? 'ok' : 'no_metrics', facts };
}

/** Unencrypted, and not on this machine alone: sessions could be read on the way. */
function isPlain(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  const local =
    hostname === 'localhost' || hostname === '[::1]' || (isIP(hostname) === 4 && /^127\./.test(hostname));
  return protocol === 'http:' && !local;
}
