import { countRequest, networkOf } from '../auth/rate-limits';
import { inTransaction } from '../db/transaction';
import type { Actor, Visit } from '../rules/permissions';
import { makeVisitorPerson } from './steps/visitor-person';

/** Before a visitor uploads a file: it has to be somebody's. @throws RateLimited. */
export async function prepareVisitor(visitor: Actor & { visitor: Visit }, ip: string): Promise<void> {
  await countRequest('visitor_upload', networkOf(ip));
  await inTransaction((tx) => makeVisitorPerson(tx, visitor));
}
