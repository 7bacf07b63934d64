import { sql } from '../db/transaction';
import { withoutPlus } from '../email/is-our-mail';

/** The mailbox in use that an address belongs to, with a token behind a plus or not; null when there is none. */
export async function findMailbox(address: string): Promise<string | null> {
  const { rows } = await sql.query<{ id: string }>(
    'SELECT id FROM mailbox WHERE address = $1 AND is_active',
    [withoutPlus(address.trim().toLowerCase())],
  );
  return rows[0]?.id ?? null;
}
