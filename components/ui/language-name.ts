const made = new Map<string, Intl.DisplayNames>();

/** "French" for `fr`, in the reader's language; the code itself where the browser knows no name. */
export function languageName(code: string, locale: string): string {
  const names = made.get(locale) ?? new Intl.DisplayNames([locale], { type: 'language' });
  made.set(locale, names);
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
