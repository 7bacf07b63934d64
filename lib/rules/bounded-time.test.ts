import { expect, test } from 'vitest';
import { acceptedLocale } from '../auth/accepted-locale';
import { browserName } from '../auth/browser-name';
import { firstSentence } from './first-sentence';
import { foldTail } from './fold-tail';
import { readImportRow } from './import-row';
import { ownAddress } from './own-address';
import { parseSearchQuery } from './search-query';
import { textPieces } from './text-pieces';

/** spec/reliability.md B104: what reads texts of strangers takes no longer for a mean one than for a long one. */
const readers: Record<string, (text: string) => unknown> = {
  'the first sentence': firstSentence,
  'a row of an import, its text': (text) => readImportRow(['1', '2026-11-20 10:00:00', text]),
  'a row of an import, its time': (text) => readImportRow(['1', text, 'x']),
  'a row of an import, its customer': (text) => readImportRow([text, '2026-11-20 10:00:00', 'x']),
  'a link from outside': (text) => ownAddress(text, 'http://localhost:3000'),
  'a search': (text) => parseSearchQuery(text, { staff: true }),
  'a wish for a language': acceptedLocale,
  'the name of a browser': browserName,
  'addresses in a text': textPieces,
  'what a mail program added': (text) => foldTail(text, true),
};
const units = [
  'a',
  ' ',
  '.',
  '! ',
  '>',
  '> \n',
  '-- \n',
  '--',
  '@',
  '*',
  'http://',
  '../',
  'a.',
  'a,',
  ';q=',
  '\n',
  '\u200b',
  '…',
  '👍',
];

test.each(Object.entries(readers))('%s: 50,000 of anything within 200 ms', (_name, read) => {
  for (const unit of units) {
    const text = unit.repeat(50_000 / unit.length);
    const before = process.cpuUsage();
    read(text);
    read(`x${text}!`);
    const { user, system } = process.cpuUsage(before);
    // time of the processor, not of the clock: what else the machine does is not the reader's fault
    expect((user + system) / 1000, JSON.stringify(unit)).toBeLessThan(200);
  }
});
