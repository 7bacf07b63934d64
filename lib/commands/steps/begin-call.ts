import { digitsOf, readableNumber } from '../../channels/voice/phone-number';
import { newId } from '../../clock';
import type { CallRow } from '../../db/sql/call-row';
import { sql, type Tx } from '../../db/transaction';
import type { VoiceLine } from '../../queries/voice-line';
import { type Actor, PLAIN_SCOPE } from '../../rules/permissions';
import { LOCALES, type Locale } from '../../schemas/values';
import { callEvent } from './change-call';
import { insertPerson } from './insert-person';
import { insertTicket } from './insert-ticket';
import { writeTicket } from './write-ticket';

const SUBJECTS: Record<Locale, (who: string) => string> = {
  en: (who) => `Call from ${who}`,
  de: (who) => `Anruf von ${who}`,
  fr: (who) => `Appel de ${who}`,
  it: (who) => `Chiamata da ${who}`,
  // a number among Arabic words is read from its own beginning (U+2068, U+2069)
  ar: (who) => `مكالمة من \u2068${who}\u2069`,
};

/** A locked call without a ticket gets one: its caller by his number, in the language that he chose. */
export async function beginCall(
  tx: Tx,
  line: VoiceLine,
  call: CallRow,
  language: string | null,
): Promise<CallRow & { ticket_id: string }> {
  const caller = await callerOf(tx, line, call.customer_number, language);
  const number = call.customer_number && readableNumber(call.customer_number);
  const who = caller.name === number || !number ? caller.name : `${caller.name} (${number})`;
  const words = SUBJECTS[LOCALES.includes(language as Locale) ? (language as Locale) : 'en'];
  const { row } = await insertTicket(tx, caller, {
    subject: words(caller.name).slice(0, 200),
    body: `${who} → ${line.name} (${readableNumber(line.number)})`,
    priority: 1,
    channel: 'CALL',
    topic: null,
    languages: language ? [language] : [],
    customerId: caller.id,
    teamId: line.team_id,
    acknowledge: false,
  });
  const { rows } = await tx.query<CallRow & { ticket_id: string }>(
    'UPDATE call SET ticket_id = $2, language = $3 WHERE id = $1 RETURNING *',
    [call.id, row.id, language],
  );
  await writeTicket(tx, row.id, {}, [callEvent(rows[0]!, 'began')]);
  return rows[0]!;
}

/** People `k` who have one of the numbers $1 (digits alone), or were merged with somebody `p` who has. */
const OF_NUMBER = `FROM person p JOIN person k ON k.id = coalesce(p.merged_into, p.id)
  WHERE regexp_replace(p.phone, '\\D', '', 'g') = ANY($1::text[]) AND p.phone IS NOT NULL`;

/** Is this number somebody's who is to reach nobody? */
export async function isBlockedNumber(line: VoiceLine, number: string | null): Promise<boolean> {
  if (number === null) return false;
  const { rowCount } = await sql.query(`SELECT 1 ${OF_NUMBER} AND k.is_blocked LIMIT 1`, [
    digitsOf(number, line.number),
  ]);
  return rowCount !== 0;
}

/** Who has this number; else somebody of whom nothing else is known. */
async function callerOf(
  tx: Tx,
  line: VoiceLine,
  number: string | null,
  language: string | null,
): Promise<Actor> {
  if (number) {
    // two calls from one number at one moment make one customer
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 42))', [number]);
    const { rows } = await tx.query<{ id: string; name: string }>(
      `SELECT k.id, k.name ${OF_NUMBER} AND k.role = 'customer' AND k.disabled_at IS NULL ORDER BY p.created_at LIMIT 1`,
      [digitsOf(number, line.number)],
    );
    if (rows[0]) return customer(rows[0]);
  }
  const locale = LOCALES.includes(language as Locale) ? { locale: language as Locale } : {};
  const name = number ? readableNumber(number) : 'Unnamed contact';
  const person = (await insertPerson(tx, { email: null, name, role: 'customer', ...locale }))!;
  await tx.query('UPDATE person SET phone = $2, is_unproven = true WHERE id = $1', [person.id, number]);
  return customer(person);
}

const customer = ({ id, name }: { id: string; name: string }): Actor => ({
  ...{ id, name, role: 'customer', sessionId: null, scope: PLAIN_SCOPE },
});

/** A call that came in, with the caller's end of the line; null when it is known already. */
export async function insertCall(
  tx: Tx,
  line: VoiceLine,
  { ref, number }: { ref: string; number: string | null },
): Promise<CallRow | null> {
  const { rows } = await tx.query<CallRow>(
    `INSERT INTO call (id, line_id, direction, customer_number, provider_ref, started_at)
     VALUES ($1, $2, 'in', $3, $4, clock_timestamp()) ON CONFLICT (provider_ref) DO NOTHING RETURNING *`,
    [newId(), line.id, number, ref],
  );
  return rows[0] ?? null;
}
