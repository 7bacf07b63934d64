import type { IncomingMessage, ServerResponse } from 'node:http';
import { readActor } from '../auth/read-actor';
import { env } from '../env';
import { NotFound } from '../errors';
import { siteDocument } from '../lab/site-document';
import { accessLab } from '../queries/access-lab';
import { LOCALES } from '../schemas/values';

/** Each visitor of the lab has a name of his own below `localhost`: other sites to a browser, so each keeps his own. */
const VISITORS_SITE = /^([a-z]{1,20})\.shop\.localhost(:\d{1,5})?$/;

/**
 * The lab's website, `/lab/site/?widget=<key>&locale=<code>`: a page of somebody else that has the chat in it, so it is
 * answered without Next and with a policy of its own. True when the path was its.
 */
export async function answerLabSite(
  path: string,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<boolean> {
  if (path !== '/lab/site/' || (req.method !== 'GET' && req.method !== 'HEAD')) return false;
  const identity = await readActor({ cookie: req.headers.cookie ?? null });
  try {
    accessLab(identity?.actor.role ?? null);
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
  const asked = new URL(req.url!, 'http://local').searchParams;
  const key = /^w_[\w-]{22}$/.exec(asked.get('widget') ?? '')?.[0];
  const locale = LOCALES.find((known) => known === asked.get('locale')) ?? 'en';
  if (!key) return false;
  const base = widgetBase(req.headers.host ?? '');
  res.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': [
      "default-src 'none'",
      `script-src ${base}`,
      "style-src 'unsafe-inline'",
      `frame-src ${base}`,
      `frame-ancestors 'self' ${labOrigins()}`,
    ].join('; '),
  });
  res.end(req.method === 'HEAD' ? undefined : siteDocument(locale, { base, key }));
  return true;
}

/** Where this visitor's widget comes from: beside his shop, and never the shop itself. */
function widgetBase(host: string): string {
  const [, visitor, port = ''] = VISITORS_SITE.exec(host) ?? [];
  return visitor ? `http://${visitor}.localhost${port}` : new URL(env().APP_URL).origin;
}

/** Where the lab may be open: under any name of this machine. */
const labOrigins = (): string =>
  [
    new URL(env().APP_URL).origin,
    ...['localhost', '127.0.0.1'].map((name) => `http://${name}:${env().PORT}`),
  ].join(' ');
