import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { acceptedLocale } from '../auth/accepted-locale';
import { seeWebsite } from '../commands/see-website';
import { sql } from '../db/transaction';
import { env } from '../env';
import { Forbidden, NotFound } from '../errors';
import { getSettings } from '../queries/get-settings';
import { openWebsite } from '../queries/list-websites';
import { accentTokens } from '../rules/accent';
import { refuseOrigin } from '../rules/widget-origin';
import { LOCALES, type Locale } from '../schemas/values';
import type { WebsiteDto } from '../schemas/website';
import { widgetDocument } from './widget-document';
import { widgetWords } from './widget-words';

/**
 * The chat widget's four addresses, answered without Next (docs/widget.md): `/widget.js`, the loader;
 * `/widget/assets/<hash>.<type>`, the frame's parts; `/widget/<key>/look.js`, colours and words of the launcher;
 * `/widget/<key>/`, the frame's document, the only page of ours that others may frame.
 */

const PACKED = path.resolve('generated', 'widget');
const TYPES: Record<string, string> = {
  ...{ js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8', woff2: 'font/woff2' },
};
const FOR_EVER = 'public, max-age=31536000, immutable';
/** How long a changed loader or colour takes to be everywhere. */
const FEW_MINUTES = 'public, max-age=300';
/** Pages of others load these as scripts; they hold nothing of anybody. */
const FOR_ALL = { 'cross-origin-resource-policy': 'cross-origin', 'access-control-allow-origin': '*' };

/** Answers true when the path was one of them. */
export async function answerWidget(at: string, req: IncomingMessage, res: ServerResponse): Promise<boolean> {
  if (at !== '/widget.js' && !at.startsWith('/widget/')) return false;
  if (req.method !== 'GET' && req.method !== 'HEAD') return false;
  const asset = /^\/widget\/assets\/([A-Z0-9]{8})\.(js|css|woff2)$/.exec(at);
  const page = /^\/widget\/(w_[\w-]{22})\/(look\.js)?$/.exec(at);
  try {
    if (at === '/widget.js') await answerFile(req, res, 'loader.js', FEW_MINUTES);
    else if (asset) await answerFile(req, res, `assets/${asset[1]}.${asset[2]}`, FOR_EVER);
    else if (page) await answerPage(req, res, page[1]!, page[2] !== undefined);
    else throw new NotFound();
  } catch (error) {
    const status = error instanceof NotFound ? 404 : error instanceof Forbidden ? 403 : null;
    if (status === null) throw error;
    send(req, res, status, 'This chat is not here.', { 'cache-control': 'no-store', ...FOR_ALL });
  }
  return true;
}

const read = (name: string): Promise<Buffer> =>
  readFile(path.join(PACKED, name)).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new NotFound() : error;
  });

async function answerFile(req: IncomingMessage, res: ServerResponse, name: string, cache: string) {
  const content = await read(name);
  send(req, res, 200, content, {
    'content-type': TYPES[name.split('.')[1]!]!,
    'cache-control': cache,
    ...FOR_ALL,
  });
}

function send(
  req: IncomingMessage,
  res: ServerResponse,
  status: number,
  body: string | Buffer,
  headers: Record<string, string>,
): void {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const isKnown = status === 200 && req.headers['if-none-match'] === etag;
  res.writeHead(isKnown ? 304 : status, {
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    // opened by itself a part is text; the frame's document has its own
    'content-security-policy': "default-src 'none'",
    ...(env().APP_URL.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000' }),
    ...(status === 200 && { etag }),
    ...headers,
    ...(!isKnown && { 'content-length': Buffer.byteLength(body) }),
  });
  res.end(isKnown || req.method === 'HEAD' ? undefined : body);
}

async function answerPage(req: IncomingMessage, res: ServerResponse, key: string, isLook: boolean) {
  const [website, settings] = await Promise.all([openWebsite(sql, key), getSettings()]);
  const wanted = new URL(req.url!, 'http://local').searchParams.get('locale')?.slice(0, 2).toLowerCase();
  const locale =
    LOCALES.find((known) => known === wanted) ??
    acceptedLocale(req.headers['accept-language'] ?? '', settings.default_locale);
  const accent = website.accent ?? settings.accent;
  if (isLook) return answerLook(req, res, website, accent, locale);
  const nonce = randomBytes(16).toString('base64');
  const { script, style } = JSON.parse(String(await read('entry.json'))) as { script: string; style: string };
  const words = widgetWords[locale];
  send(
    req,
    res,
    200,
    widgetDocument({ key, name: settings.workspace_name, locale, words, accent, nonce, script, style }),
    {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policyOf(website, nonce),
    },
  );
}

/** Everything is our own; pictures of messages are read with the visitor's token and shown from memory. */
function policyOf({ origins }: WebsiteDto, nonce: string): string {
  const socket = env().APP_URL.replace(/^http/, 'ws');
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self' ${new URL(socket).origin}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${origins.length > 0 ? `'self' ${origins.join(' ')}` : '*'}`,
  ].join('; ');
}

/** Asked for by every page with the loader: a page that may not show the widget gets no launcher. */
async function answerLook(
  req: IncomingMessage,
  res: ServerResponse,
  website: WebsiteDto,
  accent: string | null,
  locale: Locale,
): Promise<void> {
  refuseOrigin(website.origins, req.headers.origin);
  await seeWebsite(website.id);
  const words = widgetWords[locale];
  const { light, dark } = accentTokens(accent);
  const look = {
    ...{ light: [light.accent, light['accent-hover'], light['on-accent']] },
    ...{ dark: [dark.accent, dark['accent-hover'], dark['on-accent']] },
    ...{ side: website.side, open: words['launcher.open'], close: words['launcher.close'] },
    unread: words['launcher.unread'],
  };
  send(req, res, 200, `export default ${JSON.stringify(look)};`, {
    ...{ 'content-type': TYPES.js!, 'cache-control': FEW_MINUTES.replace('public', 'private') },
    ...{ vary: 'Accept-Language, Origin' },
    ...FOR_ALL,
  });
}
