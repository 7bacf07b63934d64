import type { Context } from 'hono';

/** What the API's middleware leaves for handlers. */
export interface ApiVariables {
  requestId: string;
}
export type ApiContext = Context<{ Variables: ApiVariables }>;
