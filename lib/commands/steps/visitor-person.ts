import type { Tx } from '../../db/transaction';
import type { Visitor } from '../../queries/list-chats';
import { visitorRow } from '../../queries/visitor-row';
import { LOCALES, type Locale } from '../../schemas/values';
import { insertPerson } from './insert-person';

/**
 * The person of a visitor, made with the first thing that he leaves here. It has the visitor's id and the name that he
 * gave, and no address: that one is a claim.
 */
export async function makeVisitorPerson(tx: Tx, { visitor }: Visitor, name?: string): Promise<string> {
  const row = await visitorRow(tx, visitor.id, true);
  if (row.customer_id !== null) return row.customer_id;
  await insertPerson(tx, {
    ...{ id: row.id, email: null, role: 'customer' },
    name: name ?? row.name ?? `Visitor ${row.id.slice(-4)}`,
    ...(LOCALES.includes(row.locale as Locale) ? { locale: row.locale } : {}),
  });
  await tx.query('UPDATE visitor SET person_id = id WHERE id = $1', [row.id]);
  return row.id;
}
