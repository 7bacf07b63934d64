import type { Locale } from '../../schemas/values';
import { ar } from './ar';
import { de } from './de';
import { en } from './en';
import { fr } from './fr';
import { it } from './it';
import type { MailTexts } from './mail-texts';

const all: Record<Locale, MailTexts> = { en, de, fr, it, ar };

export const textsFor = (locale: Locale): MailTexts => all[locale];
