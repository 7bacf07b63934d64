import type { Context } from 'hono';

/** What the API's middleware leaves for handlers. */
export interface ApiVariables {
  /** Missing when the path is not below /api. */
  requestId?: string;
}
export type ApiContext = Context<{ Variables: ApiVariables }>;
