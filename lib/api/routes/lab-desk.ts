import { z } from 'zod';
import { clearLabDesk } from '../../commands/clear-lab-desk';
import { getLabArrivals } from '../../queries/get-lab-arrivals';
import { getLabDesk } from '../../queries/get-lab-desk';
import { labArrivalsDto, labArrivalsQuery } from '../../schemas/lab-arrivals';
import { labDeskDto } from '../../schemas/lab-desk';
import { type Route, route } from '../route';

const about = 'In the demo alone, where its mailbox page exists; otherwise 404.';

export const labDeskRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/lab/desk',
      tag: 'Lab',
      summary: 'How much each agent has, and how much waits',
      description: about,
      answer: labDeskDto,
    },
    (call) => getLabDesk(call.identity?.actor.role ?? null),
  ),
  route(
    {
      method: 'get',
      path: '/lab/arrivals',
      tag: 'Lab',
      summary: 'What came since a moment, and who has it',
      description: about,
      query: labArrivalsQuery,
      answer: labArrivalsDto,
    },
    (call) => getLabArrivals(call.identity?.actor.role ?? null, call.query),
  ),
  route(
    {
      method: 'post',
      path: '/lab/desk/clear',
      tag: 'Lab',
      summary: 'Solve what is open, so that there is room',
      description: about,
      body: z.strictObject({}),
      bodyOptional: true,
      answer: z.object({ solved: z.number() }),
    },
    (call) => clearLabDesk(call.identity?.actor.role ?? null),
  ),
];
