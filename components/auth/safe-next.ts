/**
 * Where to go after signing in: a path on this site, never another one. Anything else (`//evil`, `/\evil`,
 * `javascript:…`, a full address) is the start page.
 */
export function safeNext(next: string | string[] | undefined): string {
  if (typeof next !== 'string' || !next.startsWith('/') || next.length > 500) return '/';
  const base = 'http://here.invalid';
  const url = URL.canParse(next, base) ? new URL(next, base) : null;
  if (!url || url.origin !== base || url.pathname.startsWith('//')) return '/';
  if (url.pathname.startsWith('/sign-') || url.pathname.startsWith('/api/')) return '/';
  return url.pathname + url.search + url.hash;
}
