import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import { Invalid } from '../../errors';
import { MAX_TAGS } from '../../schemas/tag';
import { writeTicket } from './write-ticket';

export interface TagChange {
  /** All of them: what is not named goes. */
  tags?: readonly string[];
  add_tags?: readonly string[];
  remove_tags?: readonly string[];
}

/**
 * Changes the tags of a locked ticket inside a command. What two people add at the same time is there afterwards: each
 * change is made to the tags as they are, whatever its author saw. No change, no event. Answers with the tags.
 *
 * @throws Invalid `tags: too_many`.
 */
export async function setTags(
  tx: Tx,
  ticket: Pick<TicketRow, 'id' | 'tags'>,
  { tags, add_tags = [], remove_tags = [] }: TagChange,
  actorId: string,
): Promise<string[]> {
  const gone = new Set(remove_tags);
  const next = [...new Set([...(tags ?? ticket.tags), ...add_tags])].filter((one) => !gone.has(one)).sort();
  const added = next.filter((one) => !ticket.tags.includes(one));
  const removed = ticket.tags.filter((one) => !next.includes(one));
  if (added.length === 0 && removed.length === 0) return ticket.tags;
  if (next.length > MAX_TAGS) throw new Invalid({ tags: ['too_many'] });
  await remember(tx, added);
  await writeTicket(tx, ticket.id, { tags: next }, [
    { type: 'tags.changed', data: { added, removed }, actorId },
  ]);
  return next;
}

/** For suggestions. In order, so that two people never wait for each other; a busy tag's row is written once an hour. */
async function remember(tx: Tx, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  await tx.query(
    `INSERT INTO tag (name) SELECT unnest($1::text[]) ORDER BY 1
     ON CONFLICT (name) DO UPDATE SET last_used_at = now() WHERE tag.last_used_at < now() - interval '1 hour'`,
    [names],
  );
}
