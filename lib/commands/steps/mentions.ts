import type { Sql } from '../../db/transaction';
import { Invalid } from '../../errors';
import { staffWhoSee } from '../../queries/staff-who-see';
import type { TicketFacts } from '../../rules/permissions';

const ofThese = 'p.id = ANY($1::uuid[])';

/**
 * Makes sure that everybody who is named in a note may read it: naming somebody opens no door.
 *
 * @throws Invalid with the place of each who may not: `unknown_person`, `cannot_see_ticket`.
 */
export async function checkMentions(
  tx: Sql,
  ticket: TicketFacts,
  ids: readonly string[] | undefined,
): Promise<void> {
  if (!ids?.length) return;
  const people = new Map((await staffWhoSee(tx, ticket, ofThese, [ids])).map((one) => [one.id, one.can_see]));
  const refused = ids.flatMap((id, index) =>
    people.get(id) ? [] : [[`mentions.${index}`, [people.has(id) ? 'cannot_see_ticket' : 'unknown_person']]],
  );
  if (refused.length > 0)
    throw new Invalid(Object.fromEntries(refused), 'Somebody who is named may not see the ticket.');
}

/** Of those who were named when a note was put aside, who may read it now that it leaves. */
export async function stillMentioned(
  tx: Sql,
  ticket: TicketFacts,
  ids: readonly string[] | undefined,
): Promise<string[]> {
  if (!ids?.length) return [];
  return (await staffWhoSee(tx, ticket, ofThese, [ids])).flatMap((one) => (one.can_see ? [one.id] : []));
}

export async function writeMentions(tx: Sql, messageId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.query('INSERT INTO message_mention (message_id, person_id) SELECT $1, unnest($2::uuid[])', [
    messageId,
    ids,
  ]);
}
