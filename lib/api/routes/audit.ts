import { z } from 'zod';
import { listAudit } from '../../queries/list-audit';
import { auditDto, listAuditQuery } from '../../schemas/audit';
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
];
