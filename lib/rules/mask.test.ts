import { expect, test } from 'vitest';
import { createMask, maskForGood } from './mask';

const names = ['Carla Rossi'];

test.each([
  ['write to carla.r+x@example.co.uk now', 'write to [EMAIL_1] now'],
  ['münchen@bücher.example', '[EMAIL_1]'],
  ['call +49 (0)30 901820-55', 'call [PHONE_1]'],
  ['call 030/901820 or (555) 123-4567', 'call [PHONE_1] or [PHONE_2]'],
  ['555-123-4567', '[PHONE_1]'],
  ['card 4111 1111 1111 1111', 'card [NUMBER_1]'],
  ['card 4111-1111-1111-1111.', 'card [NUMBER_1].'],
  ['IBAN DE89 3704 0044 0532 0130 00', 'IBAN [NUMBER_1]'],
  ['GB29NWBK60161331926819', '[NUMBER_1]'],
  ['Carla Rossi, CARLA, rossi', '[NAME_1], [NAME_2], rossi'],
  ['Carla’s and Carlas', '[NAME_2]’s and Carlas'],
  // the same value, the same placeholder
  ['a@b.example, c@d.example, a@b.example', '[EMAIL_1], [EMAIL_2], [EMAIL_1]'],
  // not personal: codes, dates, sums, versions, our numbers
  ['error 123, code E-50, 12.50 EUR, v1.2.3, #1042', 'error 123, code E-50, 12.50 EUR, v1.2.3, #1042'],
  ['on 2026-11-21 or 01.02.2026 at 09:30', 'on 2026-11-21 or 01.02.2026 at 09:30'],
  // a placeholder that a customer wrote is none
  ['my name is [EMAIL_1]', 'my name is (EMAIL_1)'],
])('%s', (text, hidden) => {
  const mask = createMask(names);
  expect(mask.hide(text)).toBe(hidden);
});

test('what was hidden comes back, and nothing else does', () => {
  const mask = createMask(names);
  const text = 'Carla Rossi, carla@example.test, +49 30 9018205, DE89 3704 0044 0532 0130 00';
  expect(mask.restore(mask.hide(text))).toBe(text);
  expect(mask.restore('Dear [NAME_9], [EMAIL_77]')).toBe('Dear …, …');
});

test('what other people wrote is hidden for good', () => {
  expect(maskForGood('Bob wrote from bob@example.test', ['Bob'])).toBe('… wrote from …');
});

test.each(['(.*)', 'a|b', '[x', '   ', ''])('a name that looks like a pattern is a name: %s', (name) => {
  expect(createMask([name]).hide('hello')).toBe('hello');
});

test('a hostile text takes no time', () => {
  const mask = createMask(names);
  const began = performance.now();
  for (const text of [
    'a'.repeat(50_000),
    '1'.repeat(50_000),
    '+1 '.repeat(16_000),
    'a@a.'.repeat(12_000),
    'AB12'.repeat(12_000),
  ])
    mask.hide(text);
  expect(performance.now() - began).toBeLessThan(1_000);
});
