import type { Status } from '@/lib/schemas/values';

export type RequestState = 'working' | 'waiting' | 'solved' | 'closed';

/** The team's six states in the customer's four words (interface 2.6). */
const STATES: Record<Status, RequestState> = {
  OPEN: 'working',
  ASSIGNED: 'working',
  IN_PROGRESS: 'working',
  WAITING_ON_CUSTOMER: 'waiting',
  RESOLVED: 'solved',
  CLOSED: 'closed',
};

export const requestState = (status: Status): RequestState => STATES[status];
