import { randomBytes } from 'node:crypto';
import { readActor } from '../auth/read-actor';
import { BOARD_PATH, queueBoard } from '../jobs/board';
import { isForeignOrigin } from '../origin';
import { pageHeaders } from '../page-headers';

export const isBoardPath = (path: string): boolean =>
  path === BOARD_PATH || path.startsWith(`${BOARD_PATH}/`);

/**
 * Whether this request may reach the board of the queues: an admin's browser, and for what changes something a page of
 * our own. Asked on every request, those for its parts and its own API as well; for everybody else there is nothing at
 * this address (spec/reliability.md C15, C45).
 */
export async function mayOpenBoard(method: string, headers: Headers): Promise<boolean> {
  const identity = await readActor({ cookie: headers.get('cookie') }).catch(() => null);
  if (identity?.actor.role !== 'admin') return false;
  return method === 'GET' || !isForeignOrigin(headers, true);
}

/** Answers what {@link mayOpenBoard} let in. */
export async function answerBoard(request: Request): Promise<Response> {
  const answer = await queueBoard().request(request);
  const isPage = answer.headers.get('content-type')?.startsWith('text/html') === true;
  const response = new Response(isPage ? withoutForeignFonts(await answer.text()) : answer.body, answer);
  // its parts are found by a <base> of its own page
  const { headers, policy } = pageHeaders(randomBytes(16).toString('base64'));
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  response.headers.set('content-security-policy', policy.replace("base-uri 'none'", "base-uri 'self'"));
  if (!new URL(request.url).pathname.startsWith(`${BOARD_PATH}/static/`))
    response.headers.set('cache-control', 'no-store');
  return response;
}

/** The board asks another house for its fonts; ours sends nobody there, and its policy would refuse it. */
const withoutForeignFonts = (html: string): string =>
  html.replaceAll(/<link[^>]+https:\/\/fonts\.googleapis\.com[^>]*>/g, '');
