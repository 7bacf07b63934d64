import { z } from 'zod';
import { clearLabDesk } from '../../commands/clear-lab-desk';
import { getLabArrivals } from '../../queries/get-lab-arrivals';
import { getLabDesk } from '../../queries/get-lab-desk';
import { labArrivalsDto, labArrivalsQuery } from '../../schemas/lab-arrivals';
import { labDeskDto } from '../../schemas/lab-desk';
import { labRoute } from '../lab-route';
import type { Route } from '../route';

export const labDeskRoutes: Route[] = [
  labRoute(
    {
      method: 'get',
      path: '/lab/desk',
      summary: 'How much each agent has, and how much waits',
      answer: labDeskDto,
    },
    getLabDesk,
  ),
  labRoute(
    {
      method: 'get',
      path: '/lab/arrivals',
      summary: 'What came since a moment, and who has it',
      query: labArrivalsQuery,
      answer: labArrivalsDto,
    },
    (call) => getLabArrivals(call.query),
  ),
  labRoute(
    {
      method: 'post',
      path: '/lab/desk/clear',
      summary: 'Solve what is open, so that there is room',
      body: z.strictObject({}),
      bodyOptional: true,
      answer: z.object({ solved: z.number() }),
    },
    clearLabDesk,
  ),
];
