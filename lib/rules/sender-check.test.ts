import { expect, test } from 'vitest';
import { isForged, isProven } from './sender-check';

const found = (value: string, ...below: string[]) =>
  [value, ...below].map((one) => ({ name: 'authentication-results', value: one }));
const HOST = 'mx.house.test';

test.each([
  // what our own host found, whether it is forged, and whether it is proven to be of team.test
  [`${HOST}; dmarc=pass header.from=team.test`, false, true],
  [`${HOST}; dmarc=pass (p=reject) header.from=evil.test`, false, false],
  [`${HOST}; dmarc=fail header.from=team.test; dkim=pass header.d=team.test`, true, false],
  [`${HOST}; dmarc=none; dkim=pass header.d=team.test`, false, true],
  [`${HOST} 1; dkim=pass header.i=@mail.team.test; spf=fail smtp.mailfrom=x@evil.test`, false, false],
  [`${HOST}; dkim=pass header.d=evil.test`, false, false],
  [`${HOST}; spf=pass smtp.mailfrom=ada@team.test`, false, true],
  [`${HOST}; spf=pass smtp.mailfrom=bounce.evil.test`, false, false],
  [`${HOST}; spf=fail smtp.mailfrom=team.test`, true, false],
  [`${HOST}; none`, false, false],
  // an envelope sender of somebody's making says nothing for the host that quotes it
  [
    `${HOST}; spf=pass smtp.mailfrom="x; dmarc=pass header.from=team.test; y"@evil.test; dmarc=fail`,
    true,
    false,
  ],
  [`${HOST}; spf=pass smtp.mailfrom="a@team.test b"@evil.test`, false, false],
  [`${HOST}; spf=pass smtp.mailfrom="a\\"; dmarc=pass header.from=team.test; b=\\""@evil.test`, false, false],
  [`${HOST}; spf=pass (it is "fine (a; dmarc=pass) to us) smtp.mailfrom=ada@team.test`, false, true],
  [`${HOST}; spf=pass smtp.mailfrom=x;dmarc=pass header.from=team.test@evil.test; dmarc=fail`, true, false],
  [`${HOST}; spf=pass smtp.mailfrom="never closed; dmarc=pass header.from=team.test`, false, false],
  // somebody else says so
  ['mx.evil.test; dmarc=pass header.from=team.test', false, false],
  ['mx.house.test.evil.test; dmarc=pass header.from=team.test', false, false],
])('%s', (value, forged, proven) => {
  expect(isForged(found(value), HOST)).toBe(forged);
  expect(isProven(found(value), HOST, 'ada@team.test')).toBe(proven);
});

test('only the topmost counts, and nothing counts without a host to believe', () => {
  const pass = `${HOST}; dmarc=pass header.from=team.test`;
  expect(isProven(found('mx.evil.test; dmarc=pass', pass), HOST, 'ada@team.test')).toBe(false);
  expect(isProven(found(pass), null, 'ada@team.test')).toBe(false);
  expect(isProven([], HOST, 'ada@team.test')).toBe(false);
});
