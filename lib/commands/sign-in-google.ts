import { acceptedLocale } from '../auth/accepted-locale';
import type { Client } from '../auth/client';
import { type GooglePerson, isGoogleConfigured, verifyGoogleCredential } from '../auth/google';
import { countRequest, networkOf } from '../auth/rate-limits';
import { inTransaction, type Tx } from '../db/transaction';
import { NotFound, Unauthenticated } from '../errors';
import { recordEvent } from '../events/record';
import { getSettings } from '../queries/get-settings';
import { personName } from '../schemas/text';
import { insertPerson } from './steps/insert-person';
import { type OpenedSession, openSession, type SessionKind } from './steps/open-session';

/**
 * Signs a customer in with Google's ID token. Who he is follows from Google's subject; the verified address only
 * makes a new customer, or joins one that has no other way in. Never staff, never an account with a password (C16).
 *
 * @throws NotFound when Google is not set up; Unauthenticated `invalid_credentials`; RateLimited; Unavailable.
 */
export async function signInGoogle(
  credential: string,
  kind: SessionKind,
  client: Client,
): Promise<OpenedSession> {
  if (!isGoogleConfigured()) throw new NotFound();
  await countRequest('token_ip', networkOf(client.ip));
  const google = await verifyGoogleCredential(credential);
  if (!google) throw refused();
  return inTransaction(async (tx) => {
    const locale = acceptedLocale(client.acceptLanguage, (await getSettings(tx)).default_locale);
    const id =
      (await bySubject(tx, google)) ??
      (await newCustomer(tx, google, locale)) ??
      (await join(tx, google)) ??
      // a second window may have made him while we waited
      (await bySubject(tx, google));
    if (id === null) throw refused();
    return openSession(tx, id, kind, client);
  });
}

const refused = () =>
  new Unauthenticated('This Google account cannot be used here. Sign in another way.', 'invalid_credentials');

async function bySubject(tx: Tx, google: GooglePerson): Promise<string | null> {
  const { rows } = await tx.query<{ id: string; usable: boolean }>(
    `SELECT id, role = 'customer' AND disabled_at IS NULL AS usable FROM person WHERE google_subject = $1 FOR SHARE`,
    [google.subject],
  );
  if (rows[0] && !rows[0].usable) throw refused();
  return rows[0]?.id ?? null;
}

async function newCustomer(tx: Tx, google: GooglePerson, locale: string): Promise<string | null> {
  const name = personName.safeParse(google.name).data ?? google.email.split('@')[0]!;
  const { email, subject } = google;
  const person = await insertPerson(tx, { email, name, role: 'customer', googleSubject: subject, locale });
  return person?.id ?? null;
}

/** A customer that staff made: no password, no other Google account. */
async function join(tx: Tx, google: GooglePerson): Promise<string | null> {
  const { rows } = await tx.query<{ id: string }>(
    `UPDATE person SET google_subject = $2, updated_at = now()
     WHERE email = $1 AND role = 'customer' AND password_hash IS NULL AND google_subject IS NULL
       AND disabled_at IS NULL RETURNING id`,
    [google.email, google.subject],
  );
  const id = rows[0]?.id;
  if (!id) return null;
  await recordEvent(tx, 'person.changed', { person_id: id, fields: ['google'], evict: false }, id);
  return id;
}
