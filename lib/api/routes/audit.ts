import { z } from 'zod';
import { auditHeader, exportAudit } from '../../queries/export-audit';
import { listAudit } from '../../queries/list-audit';
import { auditDto, exportAuditQuery, listAuditQuery } from '../../schemas/audit';
import { csvAnswer } from '../csv-answer';
import { recordedExport } from '../recorded-export';
import { type Route, route } from '../route';

export const auditRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/audit',
      tag: 'Workspace',
      summary: 'What staff and the product itself did, newest first',
      description:
        'What customers do to their own accounts is told only when `actor` or `person` names one of them.',
      query: listAuditQuery,
      answer: z.object({ results: z.array(auditDto), next: z.string().nullable() }),
    },
    ({ actor, query }) => listAudit(actor, query),
  ),
  route(
    {
      method: 'get',
      path: '/audit/export.csv',
      tag: 'Workspace',
      summary: 'The audit log of a filter as CSV',
      query: exportAuditQuery,
    },
    async ({ actor, query }) => {
      const rows = exportAudit(actor, query);
      return csvAnswer('audit', auditHeader, recordedExport(actor, { what: 'audit', ...query }, rows));
    },
  ),
];
