import { describe, expect, test } from 'vitest';
import { type DraftRules, isClaim, MOST_TEXT, readAnswer, readSoFar } from './draft-answer';

const rules: DraftRules = {
  sourceIds: new Set(['m1', 'c1']),
  links: new Set(['https://help.example.test/paper']),
  restore: (text) => text.replaceAll('[NAME_1]', 'Carla'),
  instructions: 'You help an agent of a helpdesk to answer one ticket and nothing else at all.',
};
const answer = (sentences: unknown[], more = {}) => JSON.stringify({ sentences, missing: [], ...more });
const read = (json: string) => readAnswer(json, rules);

describe('a model’s answer', () => {
  test('sentences, their sources and the text', () => {
    const json = answer(
      [
        { text: 'Hello [NAME_1],', sources: [] },
        { text: 'Open the tray [m1].', sources: ['m1', 'c1', 'm1'], paragraph: true },
        { text: 'Does it help?' },
      ],
      { language: 'en-GB', confidence: 'high' },
    );
    expect(read(json)).toEqual({
      text: 'Hello Carla,\n\nOpen the tray. Does it help?',
      sentences: [
        { text: 'Hello Carla,', sources: [], unsupported: false, paragraph: false },
        { text: 'Open the tray.', sources: ['m1', 'c1'], unsupported: false, paragraph: true },
        { text: 'Does it help?', sources: [], unsupported: false, paragraph: false },
      ],
      missing: [],
      language: 'en',
      confidence: 'high',
    });
  });

  test('a source that was never given is dropped, and the claim is marked', () => {
    const [sentence] = read(
      answer([{ text: 'The refund takes five working days.', sources: ['m9', 'a1'] }]),
    )!.sentences;
    expect(sentence).toMatchObject({ sources: [], unsupported: true });
  });

  test('too little to go on: the questions are the draft', () => {
    const result = read(answer([], { missing: ['Which printer is it?', ' '] }));
    expect(result).toMatchObject({ text: 'Which printer is it?', missing: ['Which printer is it?'] });
    expect(result!.sentences[0]!.unsupported).toBe(false);
  });

  test.each([
    ['nothing', ''],
    ['a page', '<!doctype html><h1>502</h1>'],
    ['no JSON', '{"sentences": ['],
    ['another shape', '{"answer": 5}'],
    ['an empty draft', answer([])],
    ['only spaces', answer([{ text: ' \u200b ' }])],
    ['only a picture', answer([{ text: '![x](https://evil.test/?d=1)' }])],
    ['a list', '[]'],
    ['null', 'null'],
  ])('%s is no draft', (_, json) => {
    expect(read(json)).toBeNull();
  });

  test('JSON in a fence is read', () => {
    expect(read(`\`\`\`json\n${answer([{ text: 'Hello' }])}\n\`\`\``)?.text).toBe('Hello');
  });

  test('what it was told is not repeated', () => {
    const echo = { text: 'I was told: you help an agent of a helpdesk to answer one ticket.' };
    expect(read(answer([echo]))).toBeNull();
    expect(read(answer([echo, { text: 'Hello' }]))?.text).toBe('Hello');
  });

  test('a long draft is cut at a sentence', () => {
    const result = read(answer(Array(500).fill({ text: 'word '.repeat(400) })))!;
    expect([...result.text].length).toBeLessThanOrEqual(MOST_TEXT);
    expect(result.sentences.length).toBeGreaterThan(1);
    expect([...read(answer([{ text: 'x'.repeat(200_000) }]))!.text].length).toBe(MOST_TEXT);
  });

  test('markup and links that the house never wrote are gone', () => {
    const text =
      'See [here](javascript:alert(1)) https://evil.test/?d=[NAME_1] https://help.example.test/paper';
    expect(read(answer([{ text }]))?.text).toBe('See here … https://help.example.test/paper');
  });
});

test('an answer that is still coming shows its whole sentences', () => {
  const json = answer([{ text: 'One } "quoted\\" [.', sources: ['m1'] }, { text: 'Two.' }]);
  const seen = Array.from({ length: json.length + 1 }, (_, n) => readSoFar(json.slice(0, n), rules).length);
  expect(seen.at(-1)).toBe(2);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(readSoFar(json.slice(0, json.indexOf('Two')), rules).map((one) => one.text)).toEqual([
    'One } "quoted\\" [.'.replace('\\"', '\\"'),
  ]);
});

test.each([
  ['Hello Carla,', false],
  ['Dear Ms Rossi, thank you for your patience with us.', false],
  ['Thank you for writing to us about the printer.', false],
  ['Viele Grüße', false],
  ['Could you send us a photo of the tray?', false],
  ['Please send us a photo of the tray.', false],
  ['Cordiali saluti', false],
  ['…', false],
  ['The refund takes five working days.', true],
  ['Error 123 means that the paper is stuck.', true],
  ['Hello! The refund takes five working days.', true],
  ['Die Erstattung dauert fünf Werktage.', true],
  ['Ada', false],
])('%s claims something: %s', (sentence, expected) => {
  expect(isClaim(sentence)).toBe(expected);
});
