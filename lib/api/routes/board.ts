import { getBoard } from '../../queries/get-board';
import { boardDto, boardQuery } from '../../schemas/board';
import { type Route, route } from '../route';

export const boardRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/board',
      tag: 'Analytics',
      summary: 'The live board: who is there with what, what waits and why',
      description:
        'Of this moment. What could be many is counted up to 1,000; `is_more` says that there are more. ' +
        '`list:changed` and `people:changed` over the socket say when to ask again.',
      query: boardQuery,
      answer: boardDto,
    },
    ({ query }) => getBoard(query.team ?? null),
  ),
];
