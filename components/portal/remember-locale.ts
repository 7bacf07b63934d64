const YEAR = 365 * 24 * 60 * 60;

/** The language that pages are drawn in from now on, in this browser. */
export function rememberLocale(locale: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we serve
  document.cookie = `locale=${locale}; path=/; max-age=${YEAR}; samesite=lax`;
}
