import { type CsvError, type Options, parse } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import { type ImportOptions, SEPARATORS } from '../schemas/import';

export type CsvFormat = Pick<ImportOptions, 'encoding' | 'separator'>;
/** A record with the line it begins at. `isBroken`: a quotation mark opens there and never closes; it is the last one. */
export interface CsvRecord {
  line: number;
  cells: string[];
  isBroken: boolean;
}

/** Longer records are a quotation mark that was left open, and must not eat the memory. */
const MAX_RECORD = 512 * 1024;

/** `take` gets each record; the parser keeps none. */
const options = (separator: string, take: (raw: Raw) => void): Options => ({
  on_record: (raw: unknown) => {
    take(raw as Raw);
    return null;
  },
  delimiter: separator,
  info: true,
  relax_column_count: true,
  // 5" disk: a mark within a cell is a letter
  relax_quotes: true,
  skip_empty_lines: true,
  max_record_size: MAX_RECORD,
});

/**
 * The encoding of a file by its first bytes and by whether all of it is valid UTF-8. Windows-1252 is what is left: what
 * spreadsheets of the West write when they write no UTF-8.
 */
export function detectEncoding(head: Uint8Array, isUtf8: boolean): ImportOptions['encoding'] {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // without a mark: every other byte of a text in Latin letters is zero
  const zeros = [0, 0];
  const looked = head.subarray(0, 4_096);
  for (const [at, byte] of looked.entries()) if (byte === 0) zeros[at % 2]! += 1;
  if (zeros[1]! > looked.length / 8 && zeros[0]! < zeros[1]! / 8) return 'utf-16le';
  if (zeros[0]! > looked.length / 8 && zeros[1]! < zeros[0]! / 8) return 'utf-16be';
  return isUtf8 ? 'utf-8' : 'windows-1252';
}

/** Text or not: a picture or an archive holds zeros, which no text in a known encoding does. */
export const isText = (head: Uint8Array, encoding: ImportOptions['encoding']): boolean =>
  encoding.startsWith('utf-16') || !head.subarray(0, 4_096).includes(0);

/** The separator that cuts the first rows into the same number of cells, more than one; a comma when none does. */
export function detectSeparator(
  head: Uint8Array,
  encoding: ImportOptions['encoding'],
): ImportOptions['separator'] {
  let best: { separator: ImportOptions['separator']; score: number } = { separator: ',', score: 0 };
  for (const separator of SEPARATORS) {
    const widths = readHead(head, { encoding, separator }, 20).map(({ cells }) => cells.length);
    const width = widths[0] ?? 0;
    const alike = widths.filter((one) => one === width).length / Math.max(1, widths.length);
    const score = width > 1 ? alike * 100 + Math.min(width, 20) : 0;
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

/** The first records of a file, from its first bytes (which may end within a character or a record). */
export function readHead(head: Uint8Array, { encoding, separator }: CsvFormat, most: number): CsvRecord[] {
  const text = new TextDecoder(encoding).decode(head, { stream: true });
  const records: CsvRecord[] = [];
  try {
    parseSync(text, { ...options(separator, (raw) => records.push(toRecord(raw))), to: most });
  } catch (error) {
    if (!isOpenQuote(error)) throw error;
  }
  return records;
}

/**
 * Reads a whole file: flat memory, whatever its size and however long its records, since what a part holds is given
 * away before the next one is read, `batch` records at most at a time. Records come in the file's order.
 */
export async function* readRecords(
  parts: AsyncIterable<Uint8Array>,
  { encoding, separator }: CsvFormat,
  batch: number,
): AsyncGenerator<CsvRecord[]> {
  const records: CsvRecord[] = [];
  let end = 0;
  const parser = parse(
    options(separator, (raw) => {
      end = raw.info.lines;
      records.push(toRecord(raw));
    }),
  );
  let failure: Error | undefined;
  let answer = () => {};
  parser.on('error', (error) => {
    failure = error;
    answer();
  });
  parser.on('end', () => answer()).resume();
  const feed = (text: string | null) =>
    new Promise<void>((resolve) => {
      answer = resolve;
      if (text === null) parser.end();
      else parser.write(text, () => resolve());
    });
  for await (const text of decoded(parts, encoding)) {
    await feed(text);
    while (records.length > 0) yield records.splice(0, batch);
    if (failure) break;
  }
  if (!failure) await feed(null);
  if (failure) {
    if (!isOpenQuote(failure)) throw failure;
    records.push({ line: end + 1, cells: [], isBroken: true });
  }
  while (records.length > 0) yield records.splice(0, batch);
}

/** A quotation mark that was opened and never closed: what follows it cannot be told apart. */
const isOpenQuote = (error: unknown): boolean =>
  ['CSV_QUOTE_NOT_CLOSED', 'CSV_MAX_RECORD_SIZE'].includes((error as CsvError).code);

async function* decoded(
  parts: AsyncIterable<Uint8Array>,
  encoding: ImportOptions['encoding'],
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const part of parts) {
    const text = decoder.decode(part, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

interface Raw {
  record: string[];
  info: { lines: number };
}

/** The parser names the line a record ends at; people look for where it begins. */
function toRecord({ record, info }: Raw): CsvRecord {
  const breaks = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
  return { line: info.lines - breaks, cells: record, isBroken: false };
}
