/**
 * The locale that numbers and times are written in: the interface's language, with the region that the browser asks
 * for ("en-GB" writes 14:03 where "en" would write 2:03 PM). Arabic keeps to Latin digits and the Gregorian calendar
 * in every region: they are those of ticket numbers and of mails (docs/decisions/026-languages.md).
 */
export function formatLocale(locale: string): string {
  if (typeof navigator === 'undefined') return locale;
  const wish = navigator.languages.find((tag) => tag === locale || tag.startsWith(`${locale}-`)) ?? locale;
  return locale === 'ar' ? `${wish}-u-ca-gregory-nu-latn` : wish;
}
