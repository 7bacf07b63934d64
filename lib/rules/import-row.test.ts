import { describe, expect, it } from 'vitest';
import { readImportRow } from './import-row';

describe('readImportRow', () => {
  it.each([
    [['208', '2017-02-01 19:29:05', 'Hello'], '2017-02-01T19:29:05.000Z'],
    [['208', '2017-02-01T19:29:05Z', 'Hello'], '2017-02-01T19:29:05.000Z'],
    [['208', '2017-02-01 9:29:05', 'Hello'], '2017-02-01T09:29:05.000Z'],
    [[' 208 ', '2016-02-29 00:00:00', 'Hello'], '2016-02-29T00:00:00.000Z'],
  ])('takes %j', (cells, time) => {
    const result = readImportRow(cells);
    expect(result.ok && [result.row.externalId, result.row.sentAt.toISOString()]).toEqual(['208', time]);
  });

  it.each([
    [['208', '2017-02-01 19:29:05'], 'columns'],
    [['208', '2017-02-01 19:29:05', 'a', 'b'], 'columns'],
    [['', '2017-02-01 19:29:05', 'a'], 'customer'],
    [['208', '2017-02-30 19:29:05', 'a'], 'timestamp'],
    [['208', '2017-02-01 24:00:01', 'a'], 'timestamp'],
    [['208', '01.02.2017', 'a'], 'timestamp'],
    [['208', '2017-02-01 19:29:05', '  '], 'required'],
    [['208', '2017-02-01 19:29:05', 'a\u0000b'], 'control_char'],
    [['208', '2017-02-01 19:29:05', 'x'.repeat(50_001)], 'too_long'],
  ])('refuses %j by the rule %s', (cells, rule) => {
    expect(readImportRow(cells)).toEqual({ ok: false, rule });
  });
});
