import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * A telephone number with its country (+49 …) as E.164; null when it is none. What could be a number is taken, whether it is
 * given out or not: the numbering plans of the world change faster than a library.
 */
export function toE164(text: string): string | null {
  const number = parsePhoneNumberFromString(text.slice(0, 40));
  return number?.isPossible() ? number.number : null;
}

/** The digits by which somebody's number may be written down: with its country, and without it for who calls from there. */
export function digitsOf(number: string, line: string): string[] {
  const parsed = parsePhoneNumberFromString(number);
  const own = parsePhoneNumberFromString(line);
  const national =
    parsed && parsed.countryCallingCode === own?.countryCallingCode
      ? [parsed.formatNational().replace(/\D/g, '')]
      : [];
  return [number.replace(/\D/g, ''), ...national];
}

/** As people write it: +49 30 1234567. */
export const readableNumber = (number: string): string =>
  parsePhoneNumberFromString(number)?.formatInternational() ?? number;
