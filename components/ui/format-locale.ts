/**
 * The locale that numbers and times are written in: the interface's language, with the region that the browser asks
 * for ("en-GB" writes 14:03 where "en" would write 2:03 PM).
 */
export function formatLocale(locale: string): string {
  if (typeof navigator === 'undefined') return locale;
  return navigator.languages.find((wish) => wish === locale || wish.startsWith(`${locale}-`)) ?? locale;
}
