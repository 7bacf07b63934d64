import { expect, test } from 'vitest';
import { fillVariables, variableValues } from './fill-variables';

const values = {
  'customer.first_name': 'Carla',
  'agent.name': null,
  'ticket.subject': '{{customer.first_name}}',
};

test.each([
  ['Hello {{customer.first_name}}', 'Hello Carla', []],
  ['Hello {{ customer.first_name | there }},', 'Hello Carla,', []],
  ['Hello {{customer.name|there}},', 'Hello there,', []],
  ['Hello {{customer.name|}}!', 'Hello !', []],
  ['Hello {{customer.name}}', 'Hello {{customer.name}}', ['customer.name']],
  ['{{agent.name}} and {{agent.name}}', '{{agent.name}} and {{agent.name}}', ['agent.name']],
  ['{{agent.name|the team}}', 'the team', []],
  // a value is text, whatever it looks like
  ['About {{ticket.subject}}', 'About {{customer.first_name}}', []],
  // names of every object are no variables of ours
  ['{{constructor}}', '{{constructor}}', ['constructor']],
  ['{{Customer}} { {x} } {{}} {{1}}', '{{Customer}} { {x} } {{}} {{1}}', []],
  ['no variable', 'no variable', []],
])('%s', (template, text, unresolved) => {
  expect(fillVariables(template, values)).toEqual({ text, unresolved });
});

test('the values around a ticket', () => {
  const about = {
    customer: { name: ' Carla  Rossi ', email: 'carla@example.test' },
    agent: { name: 'Ada' },
    ticket: { number: 1042, subject: 'Printer' },
    workspace: 'House',
  };
  expect(
    fillVariables('{{customer.first_name}} {{ticket.number}} {{agent.first_name}}', variableValues(about))
      .text,
  ).toBe('Carla 1042 Ada');
  expect(fillVariables('{{customer.email}}', variableValues(about)).text).toBe('carla@example.test');
  const unknown = { ...about, customer: { name: 'Carla', email: null } };
  expect(fillVariables('{{customer.email|your address}}', variableValues(unknown)).text).toBe('your address');
});

test('a hostile template takes no time', () => {
  const began = performance.now();
  fillVariables('{{'.repeat(25_000), values);
  fillVariables(`{{a|${'x'.repeat(50_000)}`, values);
  expect(performance.now() - began).toBeLessThan(200);
});
