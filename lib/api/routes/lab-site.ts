import { z } from 'zod';
import { openLabWebsite } from '../../commands/open-lab-website';
import { labRoute } from '../lab-route';
import type { Route } from '../route';

export const labSiteRoutes: Route[] = [
  labRoute(
    {
      method: 'post',
      path: '/lab/site',
      summary: 'The website that visitors chat on, made when there is none',
      body: z.strictObject({}),
      bodyOptional: true,
      answer: z.object({ key: z.string() }),
    },
    openLabWebsite,
  ),
];
