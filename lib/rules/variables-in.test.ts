import { expect, test } from 'vitest';
import { VARIABLES } from './fill-variables';
import { unknownVariable, variablesIn } from './variables-in';

test('variables are named once and in order, with or without a default text', () => {
  expect(variablesIn('{{ticket.number}} {{ x | y }} {{ticket.number}} {z} {{a\nb}}')).toEqual([
    'ticket.number',
    'x',
  ]);
});

test('the first that nobody fills in is found, slips in its writing too', () => {
  expect(unknownVariable('{{ticket.number}} {{Customer.Name|you}} {{z}}')).toBe('Customer.Name');
  expect(unknownVariable('{{}}')).toBe('');
  expect(unknownVariable(VARIABLES.map((name) => `{{${name}|x}}`).join())).toBeNull();
});

test('a text of braces takes no longer than another', () => {
  const started = performance.now();
  for (const text of ['{{'.repeat(50_000), '{{a|'.repeat(50_000)]) variablesIn(text);
  expect(performance.now() - started).toBeLessThan(500);
});
