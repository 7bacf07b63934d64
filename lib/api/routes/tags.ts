import { z } from 'zod';
import { listTags } from '../../queries/list-tags';
import { listTagsQuery } from '../../schemas/tag';
import { type Route, route } from '../route';

export const tagRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/tags',
      tag: 'Tickets',
      summary: 'Tags that were given before, to choose from',
      query: listTagsQuery,
      answer: z.object({ results: z.array(z.string()) }),
    },
    ({ query }) => listTags(query.q),
  ),
];
