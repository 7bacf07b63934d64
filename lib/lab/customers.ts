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

/** Whom a newcomer can play. Nobody of the demo's desk knows the last one's language: her mails show what waits, and why. */
export const LAB_CUSTOMERS: LabCustomer[] = [
  customer('Emma Clarke', 'emma@example.test', 'en'),
  customer('Jonas Weber', 'jonas@example.test', 'de'),
  customer('Amélie Laurent', 'amelie@example.test', 'fr'),
  customer('Giulia Ferri', 'giulia@example.test', 'it'),
  customer('Layla Haddad', 'layla@example.test', 'ar'),
];
