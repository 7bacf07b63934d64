import { sql } from '../db/transaction';
import { env } from '../env';

/** Every address of the house that mail leaves from or comes to, switched off ones included. */
export async function getMailAddresses(): Promise<string[]> {
  const { rows } = await sql.query<{ address: string }>('SELECT address FROM mailbox');
  return [env().MAIL_FROM.toLowerCase(), ...rows.map(({ address }) => address)];
}
