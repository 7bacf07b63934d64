import type { Locale } from '../schemas/values';

/** Each language of the interface in its own words, as people look for it. */
export const LOCALE_NAMES: Record<Locale, string> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  it: 'Italiano',
  ar: 'العربية',
};

/** In which direction a page or a mail in this language runs. */
export const directionOf = (locale: string): 'ltr' | 'rtl' => (locale === 'ar' ? 'rtl' : 'ltr');
