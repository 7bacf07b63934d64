import { z } from 'zod';
import { openLabWebsite } from '../../commands/open-lab-website';
import { type Route, route } from '../route';

export const labSiteRoutes: Route[] = [
  route(
    {
      method: 'post',
      path: '/lab/site',
      tag: 'Lab',
      summary: 'The website that visitors chat on, made when there is none',
      description: 'In the demo alone, where its mailbox page exists; otherwise 404.',
      body: z.strictObject({}),
      bodyOptional: true,
      answer: z.object({ key: z.string() }),
    },
    (call) => openLabWebsite(call.identity?.actor.role ?? null),
  ),
];
