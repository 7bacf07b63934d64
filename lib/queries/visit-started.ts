import { visitorToken } from '../auth/visitor-token';
import { sql } from '../db/transaction';
import { presentVisitor, type VisitorRow } from '../presenters/visitor';
import type { VisitDto } from '../schemas/visitor';
import { listChats } from './list-chats';
import { visitOf } from './visitor-row';

const SHOWN = 20;

/** What a visitor is told when his page is open: who he is, and what he can go on with. */
export async function visitStarted(row: VisitorRow): Promise<VisitDto> {
  const { results } = await listChats(visitOf(row), { limit: SHOWN, cursor: undefined }, sql);
  return {
    token: visitorToken(row.id, row.nonce),
    visitor: presentVisitor(row),
    conversations: results,
  };
}
