import { AsyncLocalStorage } from 'node:async_hooks';

/** What belongs to the act under way: its id stands in logs, events and error answers. */
export interface RequestContext {
  requestId: string;
}
export const requestContext = new AsyncLocalStorage<RequestContext>();

/** Id of the request or job that is running; null at boot. */
export const currentRequestId = (): string | null => requestContext.getStore()?.requestId ?? null;
