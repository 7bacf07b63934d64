import { expect, test } from 'vitest';
import { readProposals } from './proposals';

const given = {
  topics: ['billing', 'printer'],
  current: { topic: 'billing', priority: 'MEDIUM', languages: ['en'] },
};

test.each([
  [
    { topic: 'printer', priority: 'HIGH', language: 'de' },
    { topic: 'printer', priority: 'HIGH', language: 'de' },
  ],
  // as it is already
  [
    { topic: 'billing', priority: 'MEDIUM', language: 'en' },
    { topic: null, priority: null, language: null },
  ],
  // none of ours
  [
    { topic: 'admins', priority: 'NOW', language: 'klingon' },
    { topic: null, priority: null, language: null },
  ],
  [{ language: 'de-AT' }, { topic: null, priority: null, language: 'de' }],
  [{}, { topic: null, priority: null, language: null }],
  [null, null],
  ['high', null],
])('%j', (raw, expected) => {
  expect(readProposals(raw, given)).toEqual(expected);
});
