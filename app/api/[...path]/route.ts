import { handle } from 'hono/vercel';
import { api } from '@/lib/api/app';

/** The second door: the same API app under Next, for `next dev` alone or a host without our server. */
const answer = handle(api);

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
export const dynamic = 'force-dynamic';
