import { expect, it, test } from 'vitest';
import { parseSearchQuery, type SearchQuery } from './search-query';

const parse = (input: string, staff = true): SearchQuery => parseSearchQuery(input, { staff });

test.each<[string, string, Partial<SearchQuery>]>([
  ['words', 'printer jam', { text: 'printer jam', any: 'printer OR jam', words: ['printer', 'jam'] }],
  ['a phrase', '"error 123" jam', { text: '"error 123" jam', any: '"error 123" OR jam', words: ['jam'] }],
  ['a phrase that does not end', '"error 123', { text: '"error 123"', words: [] }],
  ['OR', 'jam OR toner', { text: 'jam OR toner', any: 'jam OR toner', words: ['jam', 'toner'] }],
  ['minus', 'jam -toner -"paper tray"', { text: 'jam', without: ['toner', 'paper tray'] }],
  ['minus alone', '- -- -!', { text: '-', without: [] }],
  ['an unfinished word', 'jam prin', { unfinished: { before: 'jam', word: 'prin' } }],
  ['a finished word', 'jam prin ', { unfinished: null }],
  ['two letters', 'pr', { unfinished: null, words: [] }],
  ['an unfinished phrase', 'jam "prin', { unfinished: null }],
  ['an unknown operator', 'colour:red jam', { text: 'colour:red jam', filter: {} }],
  ['an unknown operator with a phrase', 'colour:"dark red"', { text: 'colour: dark red' }],
  ['an operator with an unknown value', 'is:happy lang:xx has:soul', { text: 'is:happy lang:xx has:soul' }],
  ['an operator with minus', 'jam -is:open', { text: 'jam', without: ['is open'], filter: {} }],
  ['an operator without a value', 'is: jam', { text: 'is: jam', filter: {} }],
  ['an address', 'https://example.com/a?b=c', { text: 'https://example.com/a?b=c', filter: {} }],
  ['what every object has', 'is:constructor is:__proto__', { filter: {} }],
])('%s', (_name, input, expected) => {
  expect(parse(input)).toMatchObject(expected);
});

test.each<[string, SearchQuery['filter']]>([
  ['is:open', { status: ['OPEN', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_ON_CUSTOMER'] }],
  ['is:done', { status: ['RESOLVED', 'CLOSED'] }],
  ['IS:Closed', { status: ['CLOSED'] }],
  ['is:unassigned', { assignee: 'none' }],
  ['is:assigned', { assignee: 'any' }],
  ['is:mine', { assignee: 'me' }],
  ['is:spam', { place: 'spam' }],
  ['is:trash', { place: 'trash' }],
  ['status:in-progress status:open', { status: ['IN_PROGRESS', 'OPEN'] }],
  ['status:"waiting on customer"', { status: ['WAITING_ON_CUSTOMER'] }],
  ['priority:high priority:urgent', { priority: ['HIGH', 'URGENT'] }],
  ['assignee:me', { assignee: 'me' }],
  ['assignee:none', { assignee: 'none' }],
  ['assignee:"Ada Agent"', { assignee: { name: 'ada agent' } }],
  ['from:carla@example.test', { from: 'carla@example.test' }],
  ['topic:Billing', { topic: 'Billing' }],
  ['lang:DE', { language: 'de' }],
  ['channel:email', { channel: ['EMAIL'] }],
  ['has:attachment', { attachment: true }],
  ['before:2026-02-01 after:2026-01-01', { before: '2026-02-01', after: '2026-01-01' }],
  ['before:2026-13-40', {}],
  ['after:yesterday', {}],
])('%s', (input, filter) => {
  expect(parse(`${input} jam`).filter).toEqual(filter);
});

it('takes what only staff may ask as plain text from a customer', () => {
  for (const asked of ['assignee:ada', 'from:dora', 'is:spam', 'is:trash', 'is:unassigned', 'is:mine']) {
    expect(parse(asked, false)).toMatchObject({ text: asked, filter: {} });
  }
  expect(parse('is:open', false).text).toBe('');
});

test.each<[string, Partial<SearchQuery['exact']>]>([
  ['1042', { number: '1042' }],
  ['#1042', { number: '1042' }],
  ['# 1042', { number: null }],
  ['Carla@Example.test', { email: 'carla@example.test' }],
  ['+49 (171) 555-12.34', { number: null, digits: '491715551234' }],
  ['555123', { number: '555123', digits: '555123' }],
  ['12345', { digits: null }],
  ['call 555123', { number: null, digits: null }],
])('%s is named exactly', (input, exact) => {
  expect(parse(input).exact).toMatchObject(exact);
});

it('never throws, whatever comes', () => {
  const signs = [
    '"',
    '-',
    ':',
    "'",
    '\\',
    '(',
    ')',
    '|',
    '&',
    '!',
    '<',
    '*',
    ' ',
    'or',
    'is:',
    'a',
    '\u0000',
  ];
  for (const a of signs)
    for (const b of signs)
      for (const c of signs)
        for (const staff of [true, false]) expect(parse(a + b + c, staff).text).toEqual(expect.any(String));
});
