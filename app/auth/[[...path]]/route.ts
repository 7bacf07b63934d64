/** The second door of /auth, where one source has its tokens: the same API app. */
export { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } from '@/app/api/[...path]/route';
export const dynamic = 'force-dynamic';
