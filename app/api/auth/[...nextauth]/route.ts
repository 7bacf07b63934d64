import { handle } from 'hono/vercel';
import { api } from '@/lib/api/app';
import { nextAuth } from '@/lib/api/next-auth';
import { isNextAuthPath } from '@/lib/auth/next-auth-path';

/** The second door of /api/auth: next-auth's own paths, everything else is the API's (contract). */
const answer = handle(api);
const door = (request: Request): Response | Promise<Response> =>
  isNextAuthPath(new URL(request.url).pathname) ? nextAuth(request) : answer(request);

export const dynamic = 'force-dynamic';
export {
  door as DELETE,
  door as GET,
  door as HEAD,
  door as OPTIONS,
  door as PATCH,
  door as POST,
  door as PUT,
};
