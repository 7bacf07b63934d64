import { expect, test } from 'vitest';
import { afterTold, changesOf, type KnownFact, saySame } from './facts';

const at = new Date('2026-11-21T10:00:00Z');
const updated_at = at.toISOString();
const before: KnownFact[] = [
  { label: 'Plan', value: 'Gold (she says)' },
  { label: 'Plan', value: 'Silver', source: 'CRM', updated_at: '2026-01-01T00:00:00.000Z' },
  { label: 'Seats', value: '4', source: 'CRM', updated_at: '2026-01-01T00:00:00.000Z' },
  { label: 'Plan', value: 'Trial', source: 'Shop', updated_at: '2026-01-01T00:00:00.000Z' },
];
const [hand, plan, seats, shop] = before as [KnownFact, KnownFact, KnownFact, KnownFact];

test.each<[string, Parameters<typeof afterTold>[2], boolean, KnownFact[]]>([
  [
    'all that it knows: its others go',
    [{ label: 'Plan', value: 'Gold' }],
    true,
    [hand, shop, { label: 'Plan', value: 'Gold', source: 'CRM', updated_at }],
  ],
  [
    'some: its others stay',
    [{ label: 'Plan', value: 'Gold' }],
    false,
    [hand, seats, shop, { label: 'Plan', value: 'Gold', source: 'CRM', updated_at }],
  ],
  ['one that is over', [{ label: 'Seats', value: null }], false, [hand, plan, shop]],
  ['nothing, as all that it knows', [], true, [hand, shop]],
])('a source tells %s', (_what, told, isAll, after) => {
  expect(afterTold(before, 'CRM', told, { at, isAll })).toEqual(after);
});

test('what is told again is the same, and what another source says is not', () => {
  const again = afterTold(before, 'CRM', [{ label: 'Plan', value: 'Silver' }], { at, isAll: false });
  expect(again).not.toEqual(before);
  expect(saySame(again, before)).toBe(true);
  expect(saySame([plan], [shop])).toBe(false);
  expect(saySame([plan], [{ ...plan, source: 'Shop' }])).toBe(false);
});

test('what a source says otherwise: something else, something new, nothing any more', () => {
  const told = [
    { label: 'Plan', value: 'Gold' },
    { label: 'Seats', value: null },
    { label: 'City', value: 'Oslo' },
  ];
  const after = afterTold(before, 'CRM', told, { at, isAll: false });
  expect(changesOf(before, after, 'CRM')).toEqual([
    { label: 'Plan', old: 'Silver', new: 'Gold' },
    { label: 'City', old: null, new: 'Oslo' },
    { label: 'Seats', old: '4', new: null },
  ]);
  expect(changesOf(before, after, 'Shop')).toEqual([]);
});
