import { type Context, Hono } from 'hono';
import { log } from '../log';
import { httpRequests } from '../metrics';
import { requestContext } from '../request-context';
import { answerCall } from './call';
import type { ApiContext, ApiVariables } from './context';
import { methodNotAllowed } from './methods';
import { problem, problemResponse, toProblem } from './problem';
import { routes } from './routes';

/**
 * The whole API: one Hono app over Web requests. `server.ts` serves it directly; `app/api/[...path]/route.ts` mounts
 * the same app under Next, so that a host without our server still has all of it (design: one app, two doors). It is
 * asked what lies below /api, and below /auth, where one source has its tokens.
 */
export const api = new Hono<{ Variables: ApiVariables }>({ strict: false });

api.use(async (c, next) => {
  const requestId = crypto.randomUUID();
  c.set('requestId', requestId);
  const started = performance.now();
  await requestContext.run({ requestId }, next);
  c.header('x-request-id', requestId);
  c.header('x-content-type-options', 'nosniff');
  // answers hold what one person may see: neither caches nor the back button after signing out may keep them
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
  const path = matchedPath(c);
  const milliseconds = performance.now() - started;
  httpRequests.observe({ method: c.req.method, path, status: String(c.res.status) }, milliseconds / 1000);
  log.debug(
    { requestId, method: c.req.method, path, status: c.res.status, milliseconds: Math.round(milliseconds) },
    'request',
  );
});

for (const route of routes) {
  const path = route.contract.path.replace(/\{(\w+)\}/g, ':$1');
  const paths = [`/api${path}`, ...(route.contract.atRoot ? [path] : [])];
  api.on(route.contract.method.toUpperCase(), paths, (c) => answerCall(c, route));
}

api.notFound((c) => {
  const requestId = requestIdOf(c);
  const allowed = methodNotAllowed(c.req.path, c.req.method);
  if (!allowed) {
    const message = 'There is nothing at this address.';
    return problemResponse(problem(404, requestId, { code: 'not_found', message }));
  }
  const message = `${c.req.method} is not possible here.`;
  return problemResponse(
    problem(405, requestId, { code: 'method_not_allowed', message }, { allow: allowed.join(', ') }),
  );
});

api.onError((error, c) => problemResponse(toProblem(error, requestIdOf(c))));

const requestIdOf = (c: ApiContext): string => c.get('requestId');

/** The route's pattern, never the path itself: a metric's label must not hold ids. */
const matchedPath = (c: Context): string => c.req.routePath ?? 'none';
