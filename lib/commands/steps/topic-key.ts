import { topicMeant } from '../../db/sql/topic';
import type { Tx } from '../../db/transaction';

/** The key of the topic that a text means, else the text: as tickets keep it. */
export async function topicKey(tx: Tx, text: string | null): Promise<string | null> {
  if (text === null) return null;
  const { rows } = await tx.query<{ key: string }>(topicMeant('$1'), [text]);
  return rows[0]?.key ?? text;
}
