import { expect, test } from 'vitest';
import { guessName } from './guess-name';

test.each([
  ['anna.schmidt@example.test', 'Anna Schmidt'],
  ['bo_li-1@example.test', 'Bo Li'],
  ['ada+work@example.test', 'Ada'],
  ['42@example.test', '42'],
  ['@example.test', '@example.test'],
])('%s → %s', (email, name) => expect(guessName(email)).toBe(name));
