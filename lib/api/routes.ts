import { routeAccess } from '../rules/permissions';
import { accessKey, type Route } from './route';
import { authRoutes } from './routes/auth';
import { documentRoutes } from './routes/document';
import { importRoutes } from './routes/imports';
import { mailboxRoutes } from './routes/mailbox';
import { meRoutes } from './routes/me';
import { settingRoutes } from './routes/settings';
import { setupRoutes } from './routes/setup';
import { teamRoutes } from './routes/teams';
import { ticketRoutes } from './routes/tickets';
import { userRoutes } from './routes/users';
import { viewRoutes } from './routes/views';

/** Every endpoint. Starting with one that `routeAccess` does not know is an error, not an open door. */
export const routes: Route[] = [
  ...authRoutes,
  ...setupRoutes,
  ...meRoutes,
  ...userRoutes,
  ...teamRoutes,
  ...settingRoutes,
  ...viewRoutes,
  ...ticketRoutes,
  ...importRoutes,
  ...mailboxRoutes,
  ...documentRoutes(() => routes),
];

for (const route of routes) {
  if (!(accessKey(route) in routeAccess))
    throw new Error(`${accessKey(route)} has no row in lib/rules/permissions.ts`);
}
