import type { Locale } from '../schemas/values';

/** What is wrong with a row of a message file, in words: beside the row on the screen, and in the file of such rows. */
const WORDS: Record<string, Record<Locale, string>> = {
  csv: {
    en: 'A quotation mark opens in this row and never closes. Nothing after it could be read.',
    de: 'In dieser Zeile beginnt ein Anführungszeichen, das nie endet. Was danach kommt, war nicht lesbar.',
  },
  header_again: {
    en: 'The names of the columns stand here once more.',
    de: 'Hier stehen noch einmal die Namen der Spalten.',
  },
  columns: {
    en: 'The row has more or fewer cells than the file has columns.',
    de: 'Die Zeile hat mehr oder weniger Zellen, als die Datei Spalten hat.',
  },
  customer: {
    en: 'It does not say which customer wrote this.',
    de: 'Es steht nicht da, welcher Kunde das geschrieben hat.',
  },
  email: {
    en: 'This is no e-mail address.',
    de: 'Das ist keine E-Mail-Adresse.',
  },
  not_a_customer: {
    en: 'This is a member of the team, not a customer.',
    de: 'Das ist jemand aus dem Team, kein Kunde.',
  },
  timestamp: {
    en: 'This is no time that we can read.',
    de: 'Diese Zeit ist nicht lesbar.',
  },
  future: {
    en: 'This time lies in the future. Are day and month the right way round?',
    de: 'Diese Zeit liegt in der Zukunft. Sind Tag und Monat vertauscht?',
  },
  required: {
    en: 'The message is empty.',
    de: 'Die Nachricht ist leer.',
  },
  too_long: {
    en: 'The message is longer than 50,000 characters.',
    de: 'Die Nachricht ist länger als 50.000 Zeichen.',
  },
  control_char: {
    en: 'The message holds characters that are no text.',
    de: 'Die Nachricht enthält Zeichen, die kein Text sind.',
  },
  name: {
    en: 'The name is too long, or no name.',
    de: 'Der Name ist zu lang oder kein Name.',
  },
  topic: {
    en: 'The topic is longer than 80 characters, or has several lines.',
    de: 'Das Thema ist länger als 80 Zeichen oder hat mehrere Zeilen.',
  },
  priority: {
    en: 'This is no priority: low, medium, high or urgent.',
    de: 'Das ist keine Priorität: niedrig, mittel, hoch oder dringend.',
  },
  language: {
    en: 'This is no language code such as en or de.',
    de: 'Das ist kein Sprachkürzel wie en oder de.',
  },
  message_id: {
    en: 'The id of the message is too long.',
    de: 'Die Kennung der Nachricht ist zu lang.',
  },
  thread_id: {
    en: 'The id of the conversation is too long.',
    de: 'Die Kennung der Unterhaltung ist zu lang.',
  },
};

export const importWords = (rule: string, locale: Locale): string => WORDS[rule]?.[locale] ?? rule;

const COLUMNS: Record<Locale, string[]> = {
  en: ['Line', 'Problem'],
  de: ['Zeile', 'Problem'],
};

/** The heads of the columns that the file of such rows has before its own. */
export const importColumns = (locale: Locale): string[] => COLUMNS[locale];
