import { env } from './env';

/**
 * Headers of every page (spec/reliability.md C23). Scripts need the request's nonce; styles may stand inline, since
 * positions of menus and lists are written as style attributes.
 *
 * @param isLab shows websites of others in frames (lib/api/answer-lab-site.ts).
 */
export function pageHeaders(
  nonce: string,
  isLab = false,
): { policy: string; headers: Record<string, string> } {
  const dev = env().NODE_ENV === 'development';
  const socket = env().APP_URL.replace(/^http/, 'ws');
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${dev ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${dev ? 'ws:' : socket}`,
    `frame-src 'self'${isLab ? ` http://*.shop.localhost:${env().PORT}` : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self' https://accounts.google.com",
    "frame-ancestors 'none'",
  ].join('; ');
  return {
    policy,
    headers: {
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      ...(env().APP_URL.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
    },
  };
}
