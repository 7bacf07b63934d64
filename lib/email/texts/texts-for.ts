import type { Locale } from '../../schemas/values';
import { de } from './de';
import { en } from './en';
import type { MailTexts } from './mail-texts';

const all: Record<Locale, MailTexts> = { en, de };

export const textsFor = (locale: Locale): MailTexts => all[locale];
