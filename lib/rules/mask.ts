/**
 * Personal data is hidden before a text leaves the house for a model, and put back in what comes home (product L9).
 * What is hidden: e-mail addresses, phone numbers, numbers like those of cards and accounts, and names that we know.
 */
export interface Mask {
  /** The text with placeholders such as `[EMAIL_1]`; the same value always gets the same one. */
  hide(text: string): string;
  /** The text with the hidden values back; a placeholder that was never given out becomes `…`. */
  restore(text: string): string;
}

const PLACEHOLDER = /\[(?:EMAIL|PHONE|NUMBER|NAME)_\d{1,5}\]/g;
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g;
/** Twelve digits and more, in groups or not: cards, accounts, insurance numbers. */
const LONG_NUMBER = /(?<![\p{L}\p{N}])\d(?:[ -]?\d){11,18}(?![\p{L}\p{N}])/gu;
const PHONE =
  /(?<![\p{L}\p{N}])(?:\+\d|0\d|\(\d{2,5}\)|\d{3}[-. ]\d{3}[-. ]\d)[\d ()/.-]{2,18}\d(?![\p{L}\p{N}])/gu;
const DATE = /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2})/;

/** @param names full names of the people whose names are to be hidden, also where only a part of one stands. */
export function createMask(names: readonly string[]): Mask {
  const byValue = new Map<string, string>();
  const byPlaceholder = new Map<string, string>();
  const counts = new Map<string, number>();
  const placeholderOf = (kind: string, value: string): string => {
    const known = byValue.get(value);
    if (known) return known;
    const n = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, n);
    const placeholder = `[${kind}_${n}]`;
    byValue.set(value, placeholder);
    byPlaceholder.set(placeholder, value);
    return placeholder;
  };
  const name = patternOf(names);
  // the first placeholder is the first name as a whole, wherever it stands first
  for (const whole of names) placeholderOf('NAME', whole.trim());
  return {
    hide(text) {
      const hidden = text
        // who writes a placeholder himself would get somebody's data for it
        .replace(PLACEHOLDER, (literal) => `(${literal.slice(1, -1)})`)
        .replace(EMAIL, (value) => placeholderOf('EMAIL', value))
        .replace(IBAN, (value) => placeholderOf('NUMBER', value))
        .replace(LONG_NUMBER, (value) => placeholderOf('NUMBER', value))
        .replace(PHONE, (value) => (isPhone(value) ? placeholderOf('PHONE', value) : value));
      return name ? hidden.replace(name, (value) => placeholderOf('NAME', value)) : hidden;
    },
    restore: (text) => text.replace(PLACEHOLDER, (placeholder) => byPlaceholder.get(placeholder) ?? '…'),
  };
}

/** Hides for good: for texts of other people, whose data nobody shall get back. */
export const maskForGood = (text: string, names: readonly string[]): string =>
  createMask(names).hide(text).replace(PLACEHOLDER, '…');

function isPhone(value: string): boolean {
  const digits = value.replace(/\D/g, '').length;
  return digits >= 7 && digits <= 15 && !DATE.test(value);
}

/** Whole names first, then their parts of three letters and more; as written, and in capitals. */
function patternOf(names: readonly string[]): RegExp | null {
  const wholes = names.map((name) => name.trim()).filter((name) => name.length >= 2);
  const parts = wholes
    .flatMap((name) => name.split(/[\s,]+/))
    .filter((part) => [...part].length >= 3 && /\p{L}/u.test(part));
  const words = [...new Set([...wholes, ...parts])].flatMap((word) => [word, word.toUpperCase()]);
  if (words.length === 0) return null;
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length).map(escaped);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
