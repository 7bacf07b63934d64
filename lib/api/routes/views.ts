import { z } from 'zod';
import { listViews } from '../../queries/list-views';
import { VIEW_KEYS } from '../../rules/views';
import { type Route, route } from '../route';

const viewDto = z
  .object({ key: z.enum(VIEW_KEYS), count: z.number().int(), capped: z.boolean() })
  .meta({ id: 'View' });

export const viewRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/views',
      tag: 'Tickets',
      summary: "The desk's views with their counts (capped at 1000)",
      answer: z.object({ results: z.array(viewDto) }),
    },
    ({ actor }) => listViews(actor),
  ),
];
