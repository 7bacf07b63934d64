import { inTransaction } from '../db/transaction';
import { getNoticeWays } from '../queries/get-notice-ways';
import { NOTICE_KINDS } from '../rules/notices';
import type { Actor } from '../rules/permissions';
import type { EditNoticeWaysInput, NoticeWaysDto } from '../schemas/notice';

/** Chooses how one is told of some kinds; what is not named stays. Holds for notices from now on. */
export function editNoticeWays(actor: Actor, input: EditNoticeWaysInput): Promise<NoticeWaysDto> {
  return inTransaction(async (tx) => {
    // two windows at once: the second waits, and changes what the first has left
    await tx.query('SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE', [actor.id]);
    const now = await getNoticeWays(actor, tx);
    const rows = NOTICE_KINDS.flatMap((kind) =>
      input[kind] ? [{ kind, ...now[kind], ...input[kind] }] : [],
    );
    await tx.query(
      `INSERT INTO notice_choice (person_id, kind, in_app, desktop, push, sound, email)
       SELECT $1, c.kind, c.in_app, c.desktop, c.push, c.sound, c.email
       FROM jsonb_to_recordset($2::jsonb)
         AS c (kind text, in_app boolean, desktop boolean, push boolean, sound boolean, email boolean)
       ON CONFLICT (person_id, kind) DO UPDATE SET in_app = excluded.in_app, desktop = excluded.desktop,
         push = excluded.push, sound = excluded.sound, email = excluded.email`,
      [actor.id, JSON.stringify(rows)],
    );
    return getNoticeWays(actor, tx);
  });
}
