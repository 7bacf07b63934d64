import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { z } from 'zod';

/**
 * A telephone number with its country (+49 …), kept as E.164. What could be a number is taken, whether it is given out or not: the
 * numbering plans of the world change faster than a library.
 */
export const phoneNumber = z
  .string()
  .max(40)
  .transform((text, ctx) => {
    const number = parsePhoneNumberFromString(text);
    if (number?.isPossible()) return number.number as string;
    ctx.addIssue({ code: 'custom', message: 'phone_number' });
    return z.NEVER;
  })
  .meta({
    type: 'string',
    maxLength: 40,
    description: 'With its country: +49 30 1234567',
    example: '+49301234567',
  });

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
