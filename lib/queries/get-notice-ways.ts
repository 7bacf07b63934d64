import { type Sql, sql } from '../db/transaction';
import { DEFAULT_WAYS, NOTICE_KINDS, type NoticeKind, type NoticeWays } from '../rules/notices';
import type { Actor } from '../rules/permissions';
import type { NoticeWaysDto } from '../schemas/notice';

/** How a person is told of each kind: what was chosen, else as everybody. */
export async function getNoticeWays({ id }: Actor, from: Sql = sql): Promise<NoticeWaysDto> {
  const { rows } = await from.query<NoticeWays & { kind: NoticeKind }>(
    'SELECT kind, in_app, desktop, push, sound, email FROM notice_choice WHERE person_id = $1',
    [id],
  );
  const chosen = new Map(rows.map(({ kind, ...ways }) => [kind, ways]));
  const ways = NOTICE_KINDS.map((kind) => [kind, chosen.get(kind) ?? DEFAULT_WAYS[kind]] as const);
  return Object.fromEntries(ways) as NoticeWaysDto;
}
