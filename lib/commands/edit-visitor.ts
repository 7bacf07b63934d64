import { inTransaction } from '../db/transaction';
import { presentVisitor } from '../presenters/visitor';
import type { Visitor } from '../queries/list-chats';
import { visitorRow } from '../queries/visitor-row';
import type { EditVisitorInput, VisitorDto } from '../schemas/visitor';
import { claim } from './steps/claim-visitor';

/**
 * A visitor says who he is, or goes to another page. What he says is a claim: his address is mailed to and opens
 * nothing. @throws Conflict `email_confirmed` for another address than the one that is proved.
 */
export function editVisitor({ visitor }: Visitor, input: EditVisitorInput): Promise<VisitorDto> {
  return inTransaction(async (tx) => {
    const before = await visitorRow(tx, visitor.id, true);
    await claim(tx, before, input);
    await tx.query(
      `UPDATE visitor SET page_url = coalesce($2, page_url), page_title = coalesce($3, page_title), last_seen_at = now()
       WHERE id = $1`,
      [visitor.id, input.page_url ?? null, input.page_title ?? null],
    );
    return presentVisitor(await visitorRow(tx, visitor.id));
  });
}
