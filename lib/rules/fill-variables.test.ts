import { expect, test } from 'vitest';
import { fillVariables, unknownVariable, VARIABLES, variablesIn } from './fill-variables';

const values = { 'customer.first_name': 'Dora', 'ticket.number': '1042', 'agent.name': '  ' };

test.each([
  ['Hello {{customer.first_name}}', 'Hello Dora', []],
  ['Hello {{ customer.first_name | there }}', 'Hello Dora', []],
  ['Hello {{customer.name|there}}', 'Hello there', []],
  // known, but nothing stands there
  ['{{agent.name|us}}', 'us', []],
  ['{{agent.name}}', '{{agent.name}}', ['agent.name']],
  ['{{customer.name|}}', '', []],
  ['{{a}} {{b}} {{a}}', '{{a}} {{b}} {{a}}', ['a', 'b']],
  // no place for a variable: text
  ['{{a\nb}} {customer.first_name} {{', '{{a\nb}} {customer.first_name} {{', []],
  ['{{{ticket.number}}}', '{1042}', []],
  // what is filled in is not looked at again, nor read from an object's own ways
  ['{{constructor}}', '{{constructor}}', ['constructor']],
])('%j becomes %j', (text, filled, missing) => {
  expect(fillVariables(text, values)).toEqual({ text: filled, missing });
});

test('a value that looks like a variable stays what the person is called', () => {
  expect(fillVariables('Hi {{customer.name}}', { 'customer.name': '{{agent.name}} $& $1' }).text).toBe(
    'Hi {{agent.name}} $& $1',
  );
});

test('variables are named once, and the first that nobody knows is found', () => {
  expect(variablesIn('{{ticket.number}} {{x|y}} {{ticket.number}}')).toEqual(['ticket.number', 'x']);
  expect(unknownVariable('{{ticket.number}} {{x|y}} {{z}}')).toBe('x');
  expect(unknownVariable(VARIABLES.map((name) => `{{${name}}}`).join())).toBeNull();
});

test('a text of braces takes no longer than another', () => {
  const started = performance.now();
  fillVariables('{{'.repeat(100_000), values);
  fillVariables('{{a|'.repeat(100_000), values);
  expect(performance.now() - started).toBeLessThan(500);
});
