import { expect, it } from 'vitest';
import { digitsOf, readableNumber, toE164 } from './phone-number';

it.each([
  ['+49 30 1234567', '+49301234567'],
  ['+49 (0)30 1234567', '+49301234567'],
  ['+1 202 555-0101', '+12025550101'],
  // without its country nobody knows where it is
  ['030 1234567', null],
  ['anonymous', null],
  ['+1', null],
  ['', null],
])('%j is the number %j', (text, number) => {
  expect(toE164(text)).toBe(number);
});

it('a number is found as it may be written down', () => {
  expect(digitsOf('+49301234567', '+49891234567')).toEqual(['49301234567', '0301234567']);
  expect(digitsOf('+49301234567', '+12025550199')).toEqual(['49301234567']);
  expect(readableNumber('+12025550101')).toBe('+1 202 555 0101');
});
