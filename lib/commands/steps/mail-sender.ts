import type { Tx } from '../../db/transaction';
import { env } from '../../env';
import { isNoReply } from '../../rules/classify-mail';
import { type Actor, isStaff, PLAIN_SCOPE } from '../../rules/permissions';
import { LOCALES, type Locale, type Role } from '../../schemas/values';
import { insertPerson } from './insert-person';

/** Whose address a mail's sender has. Who was merged into somebody is that one. */
export type MailSender =
  | { kind: 'customer'; actor: Actor }
  | { kind: 'nobody' }
  | { kind: 'staff' }
  | { kind: 'disabled' };

export async function senderOf(tx: Tx, address: string): Promise<MailSender> {
  const { rows } = await tx.query<{ id: string; name: string; role: Role; is_disabled: boolean }>(
    `SELECT k.id, k.name, k.role, k.disabled_at IS NOT NULL OR (p.disabled_at IS NOT NULL AND p.merged_into IS NULL) AS is_disabled
     FROM person p JOIN person k ON k.id = coalesce(p.merged_into, p.id) WHERE p.email = $1`,
    [address],
  );
  const [found] = rows;
  if (!found) return { kind: 'nobody' };
  if (isStaff(found.role)) return { kind: 'staff' };
  return found.is_disabled
    ? { kind: 'disabled' }
    : { kind: 'customer', actor: customer(found.id, found.name) };
}

/**
 * Makes a customer of who wrote to us. Nobody has proved that the address is his: he is marked, until he signs in.
 *
 * @param language of what he wrote; ours where we speak it.
 */
export async function makeSender(
  tx: Tx,
  { address, name, language }: { address: string; name: string; language: string | null },
): Promise<Actor> {
  const shown =
    name
      .replace(/[\p{Cf}]/gu, '')
      .trim()
      .slice(0, 120) || address.split('@')[0]!;
  const locale = LOCALES.includes(language as Locale) ? { locale: language as Locale } : {};
  const person = await insertPerson(tx, { email: address, name: shown, role: 'customer', ...locale });
  if (!person) {
    // somebody made him just now
    const sender = await senderOf(tx, address);
    if (sender.kind === 'customer') return sender.actor;
    throw new Error('the sender became somebody else');
  }
  await tx.query('UPDATE person SET is_unproven = true WHERE id = $1', [person.id]);
  return customer(person.id, shown);
}

export const customer = (id: string, name: string): Actor => ({
  ...{ id, name, role: 'customer', sessionId: null, scope: PLAIN_SCOPE },
});

/** One acknowledgement an hour and address, none to who reads none (product 2.12). */
export async function mayAcknowledge(tx: Tx, address: string): Promise<boolean> {
  if (isNoReply(address)) return false;
  const { rows } = await tx.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM outbound_mail
     WHERE recipient = $1 AND template = 'ticket_received' AND created_at > now() - interval '1 hour'`,
    [address],
  );
  return rows[0]!.n < Math.max(1, Math.floor(env().RATE_LIMIT_SCALE));
}
