import { Forbidden } from '../errors';

/**
 * Refuses a page that may not show a website's widget. What a browser does not tell is not held against it: the frame
 * itself refuses to stand in other pages (`frame-ancestors`), and this is the word for who looks on.
 *
 * @param allowed origins; none is any.
 * @param page address or origin of the page, as its browser tells it.
 * @throws Forbidden `origin_not_allowed`.
 */
export function refuseOrigin(allowed: readonly string[], page: string | undefined): void {
  if (allowed.length === 0 || !page) return;
  const origin = URL.canParse(page) ? new URL(page).origin : '';
  if (!allowed.includes(origin))
    throw new Forbidden('The chat is not set up for this website.', 'origin_not_allowed');
}
