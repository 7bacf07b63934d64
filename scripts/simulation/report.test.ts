import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { compare, STEPS, waitUnderFlood } from './compare';
import { report } from './report';
import { makeWeek, SEED } from './week';

test('the same seed gives the same week, another one another', () => {
  const small = (seed: number) => compare(makeWeek(seed, { tickets: 60, people: 4 }));
  expect(small(1)).toEqual(small(1));
  expect(small(1)).not.toEqual(small(2));
});

test('the page in docs says what the rules do now (else: npm run simulate)', async () => {
  for (const [name, text] of report(makeWeek(SEED)))
    expect([name, await readFile(path.join(import.meta.dirname, '../../docs', name), 'utf8')]).toEqual([
      name,
      text,
    ]);
}, 30_000);

test('a LOW ticket’s wait under a flood is bounded by what two steps are worth', () => {
  // each 8 minutes one is done, each 7 one comes: what came within two steps goes before, the one being done included
  for (const step of STEPS)
    expect(waitUnderFlood(step)).toBe(step === 0 ? 8 : (Math.floor((2 * step - 1) / 7) + 1) * 8);
});
