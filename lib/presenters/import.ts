import { columnsOf, firstRows } from '../files/describe-file';
import { type MappedRow, readMappedRow } from '../files/mapped-row';
import type { CsvRecord } from '../files/read-csv';
import { missingFields } from '../rules/guess-mapping';
import type {
  ImportOptions,
  ImportReportDto,
  ImportState,
  ImportSummaryDto,
  PreviewRowDto,
} from '../schemas/import';
import { PRIORITIES } from '../schemas/values';

/** A row of `import` with its author's name. */
export interface ImportRow {
  id: string;
  name: string | null;
  state: ImportState;
  size: number;
  progress: number;
  total: number;
  route: boolean;
  options: ImportOptions | null;
  report: (ImportReportDto & { bad?: number; customers?: number; joined?: number; repeated?: number }) | null;
  failure: string | null;
  undo: { removed: number; kept: number; customers: number } | null;
  author: string | null;
  created_at: Date;
  finished_at: Date | null;
}

export function presentImport(row: ImportRow): ImportSummaryDto {
  const { report, undo } = row;
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    size: row.size,
    progress: { done: row.progress, total: row.total },
    counts: {
      rows: report?.rows ?? 0,
      bad: report?.bad ?? report?.errors.length ?? 0,
      imported: report?.imported ?? 0,
      repeated: report?.repeated ?? 0,
      joined: report?.joined ?? 0,
      conversations: report?.conversations ?? 0,
      customers: report?.customers ?? 0,
    },
    route: row.route,
    failure: row.failure,
    undo: undo && { removed: undo.removed, kept: undo.kept, customers: undo.customers },
    created_by: row.author,
    created_at: row.created_at.toISOString(),
    finished_at: row.finished_at?.toISOString() ?? null,
  };
}

/** The contract's report, which knows no other members. */
export const presentReport = ({
  rows,
  imported,
  skipped,
  conversations,
  errors,
}: ImportReportDto): ImportReportDto => ({ rows, imported, skipped, conversations, errors });

const SHOWN = 20;

/** The file's columns and its first rows as they would come in. */
export function presentPreview(
  head: Uint8Array,
  options: ImportOptions,
): { columns: string[]; preview: PreviewRowDto[] } {
  const columns = columnsOf(head, options);
  const now = Date.now();
  const isReady = missingFields(options.mapping).length === 0;
  const preview = firstRows(head, options, SHOWN).map((record) => {
    const result = isReady ? readMappedRow(record, options, columns, now) : null;
    return {
      line: record.line,
      cells: shortened(record),
      rule: result && !result.ok ? result.rule : null,
      row: result?.ok ? presentRow(result.row) : null,
    };
  });
  return { columns, preview };
}

const shortened = ({ cells }: CsvRecord): string[] => cells.slice(0, 200).map((cell) => cell.slice(0, 400));

const presentRow = (row: MappedRow): PreviewRowDto['row'] => ({
  customer: row.externalId ?? row.email ?? '',
  sent_at: row.sentAt.toISOString(),
  body: row.body.slice(0, 400),
  topic: row.topic,
  priority: row.priority === null ? null : PRIORITIES[row.priority]!,
  language: row.language,
  thread: row.thread,
});
