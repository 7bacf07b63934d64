import { expect, it } from 'vitest';
import { cells, type Figure } from './figure';

it.each<[string, Omit<Figure, 'name'>, string[]]>([
  ['at most', { value: 99.6, unit: 'ms', aim: { most: 100 } }, ['100 ms', '≤ 100 ms', '', '', 'yes']],
  ['above it', { value: 101, unit: 'ms', aim: { most: 100 } }, ['101 ms', '≤ 100 ms', '', '', 'no']],
  [
    'at least',
    { value: 5_000, unit: '/s', aim: { least: 5_000 } },
    ['5,000 /s', '≥ 5,000 /s', '', '', 'yes'],
  ],
  [
    'a share of the bare measure',
    { value: 49, unit: '/s', bare: 100, aim: { leastRatio: 0.5 } },
    ['49 /s', '≥ 0.50 of bare', '100 /s', '0.49', 'no'],
  ],
  ['no aim', { value: 4.25, unit: 'ms', bare: 2 }, ['4.25 ms', '', '2 ms', '2.13', '']],
  [
    'nothing measured',
    { value: Number.NaN, unit: 'ms', aim: { most: 100 } },
    ['NaN ms', '≤ 100 ms', '', '', 'no'],
  ],
])('%s', (name, figure, row) => {
  expect(cells({ name, ...figure })).toEqual([name, ...row]);
});
