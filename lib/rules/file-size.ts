/** "285 kB", "9.3 MB", in the words of a language; a kilobyte has 1,024 bytes, as in the limits that admins set. */
export function fileSize(bytes: number, locale: string): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  const isSmall = kilobytes < 1_000;
  return new Intl.NumberFormat(locale, {
    ...{ style: 'unit', unit: isSmall ? 'kilobyte' : 'megabyte', unitDisplay: 'short' },
    maximumFractionDigits: 1,
  }).format(isSmall ? kilobytes : bytes / 1024 ** 2);
}
