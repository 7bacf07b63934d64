import { sql } from '../db/transaction';
import { countUnread } from '../queries/list-notices';
import type { Actor } from '../rules/permissions';
import type { ReadNoticesInput } from '../schemas/notice';

/** Marks one's own notices as read; others' and what was read before are left alone. Answers how many are left. */
export async function readNotices(actor: Actor, input: ReadNoticesInput): Promise<{ unread: number }> {
  const [which, value] =
    'ids' in input
      ? ['id = ANY($2::uuid[])', input.ids]
      : 'ticket' in input
        ? ['ticket_id = $2', input.ticket]
        : ['id <= $2', input.until];
  await sql.query(`UPDATE notice SET read_at = now() WHERE person_id = $1 AND read_at IS NULL AND ${which}`, [
    actor.id,
    value,
  ]);
  return { unread: await countUnread(actor) };
}
