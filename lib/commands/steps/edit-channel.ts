import type { Tx } from '../../db/transaction';
import { changesOf } from './changes-of';

/** What of `input` is another value than `before`; what is left out stays. */
export const othersIn = <T extends object>(input: T, before: { [Field in keyof T]?: unknown }): Partial<T> =>
  Object.fromEntries(
    Object.entries(changesOf<object>(before, input)).flatMap(([field, [, now]]) =>
      now === undefined ? [] : [[field, now]],
    ),
  ) as Partial<T>;

/** Writes them into a mailbox, website, page or line. The names are columns of our own schema, never what somebody sent. */
export async function writeColumns(
  tx: Tx,
  table: 'mailbox' | 'widget' | 'messenger_page' | 'phone_line',
  id: string,
  values: Record<string, unknown>,
): Promise<void> {
  const columns = Object.keys(values);
  if (columns.length === 0) return;
  const sets = columns.map((column, at) => `${column} = $${at + 2}`);
  await tx.query(`UPDATE ${table} SET ${sets.join(', ')}, updated_at = now() WHERE id = $1`, [
    id,
    ...Object.values(values),
  ]);
}
