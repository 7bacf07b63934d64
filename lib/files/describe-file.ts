import { Invalid } from '../errors';
import { guessMapping } from '../rules/guess-mapping';
import type { EditImportInput, ImportOptions } from '../schemas/import';
import { dateOrderOf, readImportTime } from './import-time';
import {
  type CsvFormat,
  type CsvRecord,
  detectEncoding,
  detectSeparator,
  isText,
  readHead,
} from './read-csv';

/** Rows that are looked at to see how a file is written. */
const LOOKED_AT = 50;

/**
 * How a file is most likely meant, by its first bytes. `chosen` is what somebody has decided already.
 *
 * @throws Invalid when it is no text, or has no row.
 */
export function describeFile(
  head: Uint8Array,
  isUtf8: boolean,
  chosen: Pick<EditImportInput, 'encoding' | 'separator' | 'has_header'> = {},
): ImportOptions {
  const encoding = chosen.encoding ?? detectEncoding(head, isUtf8);
  if (!isText(head, encoding)) throw new Invalid({ '': ['not_csv'] }, 'This is no text file.');
  const separator = chosen.separator ?? detectSeparator(head, encoding);
  const rows = readHead(head, { encoding, separator }, LOOKED_AT).map(({ cells }) => cells);
  if (rows.length === 0) throw new Invalid({ '': ['no_rows'] }, 'The file has no rows.');
  const utc = { time_zone: 'UTC', date_order: 'dmy' } as const;
  // names of columns are no times
  const has_header = chosen.has_header ?? !rows[0]!.some((cell) => readImportTime(cell, utc) !== null);
  const mapping = guessMapping(has_header ? rows[0]! : []);
  const times = mapping.time === null ? [] : rows.slice(1).map((cells) => cells[mapping.time!] ?? '');
  return { encoding, separator, has_header, mapping, ...utc, date_order: dateOrderOf(times) ?? 'dmy' };
}

/** The names of a file's columns, or `1`, `2`, … when it has none. */
export function columnsOf(
  head: Uint8Array,
  options: CsvFormat & Pick<ImportOptions, 'has_header'>,
): string[] {
  const [first] = readHead(head, options, 1);
  return (first?.cells ?? []).map((cell, at) => (options.has_header ? cell.trim() : '') || String(at + 1));
}

/** The first rows below the header. */
export function firstRows(
  head: Uint8Array,
  options: CsvFormat & Pick<ImportOptions, 'has_header'>,
  most: number,
): CsvRecord[] {
  const skipped = options.has_header ? 1 : 0;
  return readHead(head, options, most + skipped).slice(skipped);
}
