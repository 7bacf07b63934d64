/** Schemes that a text of somebody else may become a link with (spec/reliability.md C50). */
const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** The address as a browser understands it, or null when it is not one to click on. */
export function safeHref(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  return SCHEMES.has(parsed.protocol) ? parsed.href : null;
}
