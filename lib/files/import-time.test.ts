import { describe, expect, it } from 'vitest';
import { dateOrderOf, readImportTime } from './import-time';

const utc = { time_zone: 'UTC', date_order: 'dmy' } as const;
const berlin = { time_zone: 'Europe/Berlin', date_order: 'dmy' } as const;

describe('readImportTime', () => {
  it.each([
    ['2017-02-01 19:29:05', '2017-02-01T19:29:05.000Z'],
    ['2017-02-01T19:29:05.5Z', '2017-02-01T19:29:05.500Z'],
    ['2017-02-01T19:29:05+02:00', '2017-02-01T17:29:05.000Z'],
    ['2017-02-01 19:29 -0500', '2017-02-02T00:29:00.000Z'],
    ['2017/2/1 9:05', '2017-02-01T09:05:00.000Z'],
    ['2017-02-01', '2017-02-01T00:00:00.000Z'],
    ['01.02.2017 19:29', '2017-02-01T19:29:00.000Z'],
    ['31/12/2024 18:05', '2024-12-31T18:05:00.000Z'],
    ['1/2/2024, 6:05:09 PM', '2024-02-01T18:05:09.000Z'],
    ['1/2/2024 12:00 am', '2024-02-01T00:00:00.000Z'],
    ['Wed, 01 Feb 2017 19:29:05 +0000', '2017-02-01T19:29:05.000Z'],
    ['1. März 2024 08:00', '2024-03-01T08:00:00.000Z'],
    ['Feb 1, 2017 7:29 PM', '2017-02-01T19:29:00.000Z'],
    ['1485977345', '2017-02-01T19:29:05.000Z'],
    ['1485977345123', '2017-02-01T19:29:05.123Z'],
    ['2016-02-29 00:00:00', '2016-02-29T00:00:00.000Z'],
  ])('%j is %s', (text, time) => {
    expect(readImportTime(text, utc)?.toISOString()).toBe(time);
  });

  it('reads month first where the admin says so', () => {
    expect(readImportTime('12/31/2024', { ...utc, date_order: 'mdy' })?.toISOString()).toMatch(/^2024-12-31/);
    expect(readImportTime('12/31/2024', utc)).toBeNull();
  });

  it('takes the zone that the admin named, in summer and winter, and one that the text names before it', () => {
    expect(readImportTime('2024-01-15 12:00', berlin)?.toISOString()).toBe('2024-01-15T11:00:00.000Z');
    expect(readImportTime('2024-07-15 12:00', berlin)?.toISOString()).toBe('2024-07-15T10:00:00.000Z');
    expect(readImportTime('2024-07-15 12:00Z', berlin)?.toISOString()).toBe('2024-07-15T12:00:00.000Z');
  });

  it.each([
    '',
    'yesterday',
    '2017-02-30',
    '2017-13-01',
    '2017-02-01 24:01',
    '2017-02-01 10:60',
    '2017-02-01 13:00 PM',
    '1.2.17',
    '31.02.2024',
    '1 Foo 2024',
    '0000-01-01',
  ])('refuses %j', (text) => {
    expect(readImportTime(text, utc)).toBeNull();
  });
});

it('sees which number is the day', () => {
  expect(dateOrderOf(['1/2/2024', '1/31/2024'])).toBe('mdy');
  expect(dateOrderOf(['1/2/2024', '31/1/2024'])).toBe('dmy');
  expect(dateOrderOf(['01.02.2024'])).toBe('dmy');
  expect(dateOrderOf(['1/2/2024', '2024-01-31'])).toBeNull();
});
