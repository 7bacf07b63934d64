import { newId } from '../../clock';
import type { Tx } from '../../db/transaction';
import { type Actor, PLAIN_SCOPE } from '../../rules/permissions';
import { LOCALES, type Locale } from '../../schemas/values';
import { insertPerson } from './insert-person';
import type { ClaimedEvent } from './messenger-event';

/** What the vendor tells of somebody; null where it does not. */
export interface KnownProfile {
  name: string;
  /** Such as `de_DE`. */
  locale: string | null;
}

export interface Contact {
  id: string;
  actor: Actor;
  isDisabled: boolean;
}

/** Who writes there; null when he is new. Who was merged into somebody is that one. */
export async function knownContact(
  from: Pick<Tx, 'query'>,
  { page_id, psid }: Pick<ClaimedEvent, 'page_id' | 'psid'>,
): Promise<Contact | null> {
  const { rows } = await from.query<{ id: string; person_id: string; name: string; is_disabled: boolean }>(
    `SELECT c.id, k.id AS person_id, k.name, k.disabled_at IS NOT NULL AS is_disabled
     FROM messenger_contact c JOIN person p ON p.id = c.person_id JOIN person k ON k.id = coalesce(p.merged_into, p.id)
     WHERE c.page_id = $1 AND c.psid = $2`,
    [page_id, psid],
  );
  const [found] = rows;
  return found
    ? { id: found.id, actor: customer(found.person_id, found.name), isDisabled: found.is_disabled }
    : null;
}

/** Makes a customer of who wrote for the first time, with what is known of him: no address, so no mail. */
export async function makeContact(
  tx: Tx,
  claimed: ClaimedEvent,
  profile: KnownProfile | null,
): Promise<Contact> {
  const { page_id, psid } = claimed;
  const language = languageOfLocale(profile?.locale ?? null);
  const name = shown(profile?.name ?? '') || `Messenger ${psid.slice(-4)}`;
  const person = await insertPerson(tx, {
    ...{ email: null, name, role: 'customer' },
    ...(LOCALES.includes(language as Locale) ? { locale: language as Locale } : {}),
  });
  const id = newId();
  await tx.query('INSERT INTO messenger_contact (id, page_id, psid, person_id) VALUES ($1, $2, $3, $4)', [
    ...[id, page_id, psid, person!.id],
  ]);
  return { id, actor: customer(person!.id, name), isDisabled: false };
}

/** `de` of `de_DE`. */
export const languageOfLocale = (locale: string | null): string | null =>
  /^([a-z]{2})(?:[_-]|$)/.exec(locale ?? '')?.[1] ?? null;

const shown = (name: string): string =>
  name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 120);

/** Who stands for those that write from the page's own inbox: nobody who signs in or is given work. */
export async function inboxOf(tx: Tx, { page_id, page_name, inbox_id }: ClaimedEvent): Promise<Actor> {
  const name = `${page_name} (Facebook)`.slice(0, 120);
  const actor = (id: string): Actor => ({ id, name, role: 'agent', sessionId: null, scope: PLAIN_SCOPE });
  if (inbox_id) return actor(inbox_id);
  await tx.query('SELECT 1 FROM messenger_page WHERE id = $1 FOR NO KEY UPDATE', [page_id]);
  const { rows } = await tx.query<{ inbox_id: string | null }>(
    'SELECT inbox_id FROM messenger_page WHERE id = $1',
    [page_id],
  );
  if (rows[0]?.inbox_id) return actor(rows[0].inbox_id);
  const person = await insertPerson(tx, { email: null, name, role: 'agent' });
  await tx.query('UPDATE person SET disabled_at = now() WHERE id = $1', [person!.id]);
  await tx.query('UPDATE messenger_page SET inbox_id = $2 WHERE id = $1', [page_id, person!.id]);
  return actor(person!.id);
}

const customer = (id: string, name: string): Actor => ({
  ...{ id, name, role: 'customer', sessionId: null, scope: PLAIN_SCOPE },
});
