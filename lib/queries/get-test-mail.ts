import { type Sql, sql } from '../db/transaction';
import { NotFound } from '../errors';
import type { TestMailDto } from '../schemas/system';

/** What became of a test mail; of no other mail. @throws NotFound. */
export async function getTestMail(id: string, from: Sql = sql): Promise<TestMailDto> {
  const { rows } = await from.query<TestMailDto>(
    `SELECT id, recipient AS to, state, error FROM outbound_mail WHERE id = $1 AND template = 'test'`,
    [id],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0];
}
