import type { Actor } from '../rules/permissions';
import { safeCell } from '../rules/safe-cell';
import type { AuditDto, ExportAuditQuery } from '../schemas/audit';
import { listAudit } from './list-audit';

/** Entries read at a time: each page is a query of its own, so that no long one holds anything. */
const PAGE = 1_000;

const COLUMNS: readonly [string, (entry: AuditDto) => string][] = [
  ['created_at', (e) => e.created_at],
  ['actor', (e) => e.actor?.name ?? ''],
  ['type', (e) => e.type],
  ['person', (e) => e.person?.name ?? ''],
  ['ticket', (e) => String(e.ticket ?? '')],
  ['subject', (e) => e.subject ?? ''],
  ['changes', (e) => (e.changes.length > 0 ? JSON.stringify(e.changes) : '')],
  ['request_id', (e) => e.request_id ?? ''],
];

export const auditHeader = COLUMNS.map(([name]) => name);

/** The audit log of a filter as safe cells, newest first. */
export async function* exportAudit(actor: Actor, query: ExportAuditQuery): AsyncGenerator<string[][]> {
  let cursor: string | undefined;
  do {
    const { results, next } = await listAudit(actor, { ...query, limit: PAGE, cursor });
    yield results.map((entry) => COLUMNS.map(([, cell]) => safeCell(cell(entry))));
    cursor = next ?? undefined;
  } while (cursor !== undefined);
}
