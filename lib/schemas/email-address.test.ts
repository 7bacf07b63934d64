import { describe, expect, test } from 'vitest';
import { canonicalAddress, emailAddress } from './email-address';

test.each([
  ['a@b.com', 'a@b.com'],
  ['VICTIM@X.COM', 'victim@x.com'],
  ['  ada.lovelace+tag@mail.example.org ', 'ada.lovelace+tag@mail.example.org'],
  ["o'brien!#$%&*/=?^_`{|}~-@example.test", "o'brien!#$%&*/=?^_`{|}~-@example.test"],
  ['x@xn--bcher-kva.example', 'x@xn--bcher-kva.example'],
  ['1@2.co', '1@2.co'],
  [`${'a'.repeat(64)}@example.test`, `${'a'.repeat(64)}@example.test`],
  ['victim@x.com ', 'victim@x.com'],
])('%j is the address %s', (written, address) => {
  expect(canonicalAddress(written)).toBe(address);
  // writing it again changes nothing
  expect(canonicalAddress(address)).toBe(address);
});

const host = (length: number) =>
  `${'b'.repeat(60)}.`
    .repeat(5)
    .slice(0, length - 4)
    .concat('.com');
describe('spec/reliability.md B50 to B54: not one plain address', () => {
  test.each([
    // B50
    ...[
      'a@b',
      '@b.com',
      'a@',
      '@',
      '',
      ' ',
      'a',
      'a b@c.com',
      'a@b..com',
      'a@.b.com',
      'a@b.com.',
      'a@-b.com',
    ],
    ...[
      'a@b-.com',
      'a@[127.0.0.1]',
      'a@127.0.0.1',
      'a@b.1',
      '.a@b.com',
      'a.@b.com',
      'a..b@c.com',
      'a@b@c.com',
    ],
    ...[`${'a'.repeat(65)}@b.com`, `a@${host(255)}`, `a@${'b'.repeat(64)}.com`],
    // B51
    ...[
      '"e@attacker.com"@victim.com',
      'victim@x.com(evil.com)',
      'victim@example.com (a (b) c) evil@evil.com',
    ],
    ...['foo@victim. com', 'foo@victim.com>', '<foo@victim.com>', 'Foo <foo@victim.com>', '"a b"@c.com'],
    // B52
    ...['a@b.com,evil@e.com', 'a@b.com;evil@e.com', 'grp: a@b.com;', 'a@b.com evil@e.com', 'mailto:a@b.com'],
    // B53
    ...[
      'victim@x.com\r\nBcc: evil@e.com',
      'victim@x.com\r\n',
      'victim@x.com\n',
      '\nvictim@x.com',
      'victim@x.com\t',
    ],
    ...['victim@x.com%0d%0aBcc:evil@e.com', 'victim@x.com\u2028', 'victim@x.com\u2029', 'victim@x.com\u0085'],
    ...['victim@x.com\u0000', 'vic\u0000tim@x.com', 'victim@x.com\u00a0', 'victim@x.com\ufeff', 'a@b\\.com'],
    // B54
    ...['victim＠x.com', 'vıctim@x.com', 'ⓥictim@x.com', 'vіctim@x.com', 'victim@х.com'],
    ...['victim@x。com', 'vic\u200btim@x.com', 'vic\u00adtim@x.com', 'ﬁ@x.com', 'victim@bücher.example'],
  ])('%j', (written) => {
    expect(canonicalAddress(written)).toBeNull();
    expect(emailAddress.safeParse(written).success).toBe(false);
  });
});

test('254 characters are an address, 255 are none', () => {
  expect(`a@${host(252)}`).toHaveLength(254);
  expect(canonicalAddress(`a@${host(252)}`)).not.toBeNull();
  expect(canonicalAddress(`a@${host(253)}`)).toBeNull();
});

test.each([[null], [5], [['a@b.com', 'evil@e.com']], [{ contains: '@' }], [undefined], [true]])(
  'the value %j is refused by its type',
  (value) => {
    expect(emailAddress.safeParse(value).success).toBe(false);
  },
);

// spec/reliability.md B104
test.each([
  ['one letter 50,000 times', `${'a'.repeat(50_000)}!`],
  ['dots', `${'a.'.repeat(25_000)}@b.com`],
  ['labels', `a@${'b.'.repeat(25_000)}com`],
  ['spaces inside', `a${' '.repeat(50_000)}@b.com`],
  ['as long as is looked at', `${'a.'.repeat(159)}!`],
])('%s: refused at once', (_name, written) => {
  const started = performance.now();
  expect(emailAddress.safeParse(written).success).toBe(false);
  expect(performance.now() - started).toBeLessThan(200);
});
