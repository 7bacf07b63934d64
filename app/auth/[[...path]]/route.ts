import { handle } from 'hono/vercel';
import { api } from '@/lib/api/app';

/** The second door of /auth, where one source has its tokens: the same API app (see app/api/[...path]). */
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
