import { z } from 'zod';
import { bulkEdit } from '../../commands/bulk-edit';
import { undoBulk } from '../../commands/undo-bulk';
import { bulkDto, bulkInput, bulkUndoneDto } from '../../schemas/bulk';
import { id } from '../../schemas/id';
import { type Route, route } from '../route';

const tag = 'Tickets';

export const bulkRoutes: Route[] = [
  route(
    {
      method: 'post',
      path: '/tickets/bulk',
      tag,
      summary: 'Do the same to many tickets, each by its own rules',
      body: bulkInput,
      answer: bulkDto,
      description: 'At most 500. Those that the rules refuse are named with the code; the others are done.',
    },
    ({ actor, body, attempt }) => bulkEdit(actor, body, attempt),
  ),
  route(
    {
      method: 'post',
      path: '/tickets/bulk/{id}/undo',
      tag,
      summary: 'Take back what nobody has changed since',
      params: z.strictObject({ id }),
      answer: bulkUndoneDto,
    },
    ({ actor, params }) => undoBulk(actor, params.id),
  ),
];
