import { sql } from '../db/transaction';
import type { Actor } from '../rules/permissions';
import type { MentionableDto } from '../schemas/notice';
import { accessTicket } from './access-ticket';
import { staffWhoSee } from './staff-who-see';

const SHOWN = 8;
/** So many are looked at for those who may see the ticket; beyond, `q` narrows. */
const LOOKED_AT = 200;

/**
 * Colleagues to name in a note, those who may see the ticket first.
 *
 * @param q how a word of the name begins.
 */
export async function listMentionable(
  actor: Actor,
  ref: string,
  q = '',
): Promise<{ results: MentionableDto[] }> {
  const ticket = await accessTicket(sql, actor, ref, 'ticket.note');
  const beginning = q.toLowerCase().replace(/[\\%_]/g, '\\$&');
  const people = await staffWhoSee(
    sql,
    ticket,
    `p.id <> $1 AND (lower(p.name) LIKE $2 OR lower(p.name) LIKE $3) ORDER BY p.name, p.id LIMIT ${LOOKED_AT}`,
    [actor.id, `${beginning}%`, `% ${beginning}%`],
  );
  const results = [...people.filter((one) => one.can_see), ...people.filter((one) => !one.can_see)];
  return { results: results.slice(0, SHOWN) };
}
