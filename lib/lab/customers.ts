import type { Locale } from '../schemas/values';
import { LETTERS, type Letter } from './letters';

export interface LabCustomer {
  name: string;
  email: string;
  language: Locale;
  letters: Letter[];
}

const customer = (name: string, email: string, language: Locale): LabCustomer => ({
  ...{ name, email, language },
  letters: LETTERS[language],
});

/** Whom a newcomer can play. Nobody of the demo's desk speaks the last one's language: her mails are anybody's then. */
export const LAB_CUSTOMERS: LabCustomer[] = [
  customer('Emma Clarke', 'emma@example.test', 'en'),
  customer('Jonas Weber', 'jonas@example.test', 'de'),
  customer('Amélie Laurent', 'amelie@example.test', 'fr'),
  customer('Giulia Ferri', 'giulia@example.test', 'it'),
  customer('Layla Haddad', 'layla@example.test', 'ar'),
];

const PASSING: [Locale, string[]][] = [
  ['en', ['Noah Reed', 'Olivia Grant', 'Liam Walsh', 'Mia Turner', 'Jack Morris', 'Ruby Shaw']],
  ['de', ['Lukas Braun', 'Hanna Vogel', 'Felix Krause', 'Lea Schulz', 'Paul Richter', 'Clara Busch']],
  ['fr', ['Louis Moreau', 'Chloé Petit', 'Hugo Girard', 'Inès Blanc', 'Jules Fabre', 'Manon Roche']],
  ['it', ['Luca Greco', 'Sofia Conti', 'Marco Villa', 'Elena Serra', 'Pietro Sala', 'Alice Riva']],
  ['ar', ['Omar Nasser', 'Salma Fares']],
];

/** The customers of the busy hour: a few of each language in turn. */
export const PASSERS_BY: LabCustomer[] = Array.from({ length: 6 }, (_, n) =>
  PASSING.flatMap(([language, names]) =>
    names[n] === undefined ? [] : [customer(names[n], `passer-by-${language}-${n}@example.test`, language)],
  ),
).flat();
