import { Invalid } from '../errors';
import type { ToldFact } from '../rules/facts';
import { factDto } from '../schemas/customer-facts';
import { type CsvRecord, detectEncoding, detectSeparator, isText, readRecords } from './read-csv';

export interface FactRow {
  line: number;
  /** The customer's id, e-mail address or external id. */
  ref: string;
  facts: ToldFact[];
}
export interface FactRule {
  line: number;
  rule: string;
}

/** Customers of one file, and columns of facts in it: it is read in one go. */
const MOST_ROWS = 10_000;
const MOST_COLUMNS = 50;

/**
 * Reads a table of facts: the first column names the customer, each further one is a fact that is called as the column
 * is. An empty cell says that there is no such fact any more. Columns without a name are not read.
 *
 * @param bytes in any encoding and with any separator that an import knows.
 * @throws Invalid `not_csv`, `header`, `no_rows`, `too_many_rows`, `too_many_columns`.
 */
export async function readFacts(bytes: Uint8Array): Promise<{ rows: FactRow[]; bad: FactRule[] }> {
  const encoding = detectEncoding(bytes, isUtf8(bytes));
  if (!isText(bytes, encoding)) throw refused('not_csv', 'This is no text file.');
  const separator = detectSeparator(bytes.subarray(0, 64 * 1024), encoding);
  let header: Header | undefined;
  const rows: FactRow[] = [];
  const bad: FactRule[] = [];
  for await (const records of readRecords(once(bytes), { encoding, separator }, 500))
    for (const record of records) {
      if (!header) header = readHeader(record);
      else {
        const row = readRow(record, header);
        if ('rule' in row) bad.push(row);
        else rows.push(row);
      }
      if (rows.length + bad.length > MOST_ROWS)
        throw refused('too_many_rows', `A file can have ${MOST_ROWS} rows. Cut it into parts.`);
    }
  if (rows.length + bad.length === 0) throw refused('no_rows', 'The file has no rows below its header.');
  return { rows, bad };
}

type Header = readonly { at: number; label: string }[];

function readHeader({ cells }: CsvRecord): Header {
  const named = cells.slice(1).map((cell, index) => ({ at: index + 1, label: cell.trim() }));
  const columns = named.filter(({ label }) => label !== '');
  const labels = new Set(columns.map(({ label }) => label));
  const areLabels = columns.every(({ label }) => factDto.shape.label.safeParse(label).success);
  if (columns.length === 0 || labels.size < columns.length || !areLabels)
    throw refused('header', 'The first row names the columns: the customer, then each fact once.');
  if (columns.length > MOST_COLUMNS)
    throw refused('too_many_columns', `A file can have ${MOST_COLUMNS} facts of a customer.`);
  return columns;
}

function readRow({ line, cells, isBroken }: CsvRecord, header: Header): FactRow | FactRule {
  if (isBroken) return { line, rule: 'csv' };
  const ref = (cells[0] ?? '').trim();
  if (ref === '' || ref.length > 320) return { line, rule: 'customer' };
  const facts = header.map(({ at, label }) => ({ label, value: (cells[at] ?? '').trim() || null }));
  for (const { value } of facts) {
    const { error } = factDto.shape.value.nullable().safeParse(value);
    if (error) return { line, rule: error.issues[0]!.message };
  }
  return { line, ref, facts };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const refused = (rule: string, message: string) => new Invalid({ '': [rule] }, message);
