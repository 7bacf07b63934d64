const made = new Map<string, Intl.DateTimeFormat>();

/** A formatter for dates; made once for all who ask alike: making one costs as much as a row of the list. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = made.get(key) ?? new Intl.DateTimeFormat(locale, options);
  made.set(key, format);
  return format;
}
