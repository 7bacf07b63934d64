import { randomBytes } from 'node:crypto';
import { sealSecret } from '../../auth/sealed-secret';
import { doorsOf, TOKEN_OF_LINE } from '../../channels/voice/doors';
import { newId } from '../../clock';
import { inTransaction, sql } from '../../db/transaction';
import { NotFound } from '../../errors';
import { recordEvent } from '../../events/record';
import type { LabCallDto, LabLineDto, LabTelephoneDto } from '../../schemas/lab-telephone';
import { LAB_CUSTOMERS } from '../customers';
import { knock, labApiUrl } from './knock';
import { answer, end, isOfPanel, leave, obey, passTime, press } from './network';
import { insertLeg, type LabCall, readLeg } from './rows';

/** Who may ring up, with the language that each understands. */
const CALLERS = LAB_CUSTOMERS.map(({ name, email, language }, at) => ({
  ...{ name, email, language },
  number: `+1202555010${at + 1}`,
}));
const LANGUAGES = CALLERS.map(({ language }) => language);
const LINE_NUMBER = '+12025550199';
/** What is older is not shown. */
const SHOWN_MINUTES = 30;

const linesOf = async (): Promise<(LabLineDto & { account_sid: string })[]> =>
  (
    await sql.query<LabLineDto & { account_sid: string }>(
      `SELECT id, name, number, languages, account_sid FROM phone_line WHERE api_url = $1 AND is_active ORDER BY created_at`,
      [labApiUrl()],
    )
  ).rows;

/** The panel as it is now. Looking at it lets time pass. */
export async function readTelephone(): Promise<LabTelephoneDto> {
  await passTime();
  const { rows } = await sql.query<LabCallDto & { created: Date }>(
    `SELECT c.sid, c.from_number AS "from", c.to_number AS "to", c.direction, c.status, c.waits_in, c.created_at AS created,
       EXISTS (SELECT 1 FROM lab_call o WHERE (o.parent_sid = c.sid OR o.sid = c.parent_sid) AND o.status = 'in-progress'
         AND o.ended_at IS NULL AND (c.waits_in = 'dial' OR c.parent_sid IS NOT NULL)) AS is_connected,
       coalesce((SELECT json_agg(json_build_object('kind', w.kind, 'text', w.text, 'language', w.language) ORDER BY w.at, w.id)
         FROM lab_call_word w WHERE w.sid = c.sid), '[]') AS heard
     FROM lab_call c WHERE c.created_at > now() - interval '${SHOWN_MINUTES} minutes'
     ORDER BY c.created_at DESC LIMIT 40`,
  );
  const lines = await linesOf();
  return {
    callers: CALLERS.map(({ name, number, language }) => ({ name, number, language })),
    lines: lines.map(({ id, name, number, languages }) => ({ id, name, number, languages })),
    calls: rows
      .filter((call) => isOfPanel(call.direction === 'inbound' ? call.from : call.to))
      .map(({ created, ...call }) => ({ ...call, created_at: created.toISOString() })),
  };
}

/**
 * A caller dials a line of the network; the first call ever makes one, and gives who of the staff has no telephone one of
 * this network.
 */
export async function dialLine(from: string, to: string | undefined): Promise<{ sid: string }> {
  const lines = await linesOf();
  const line = lines.find(({ number }) => number === to) ?? lines[0] ?? (await openLine());
  const leg = await insertLeg({
    ...{ account_sid: line.account_sid, line_number: line.number, from_number: from, to_number: line.number },
    ...{ direction: 'inbound', status: 'in-progress', status_url: `${doorsOf(line.id)}/status/` },
  });
  await obey(leg.sid, await knock({ ...leg, status: 'ringing' }, `${doorsOf(line.id)}/incoming/`));
  return { sid: leg.sid };
}

export async function openLine(): Promise<LabLineDto & { account_sid: string }> {
  const id = newId();
  await inTransaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 42))', [LINE_NUMBER]);
    await tx.query(
      `UPDATE person SET phone = '+1202556' || lpad((row_number)::text, 4, '0') FROM (
         SELECT id, row_number() OVER (ORDER BY created_at, id) FROM person
         WHERE role <> 'customer' AND phone IS NULL AND disabled_at IS NULL) p
       WHERE person.id = p.id`,
    );
    await tx.query(
      `UPDATE person SET phone = c.number FROM jsonb_to_recordset($1) AS c (email text, number text)
       WHERE person.email = c.email AND role = 'customer' AND phone IS NULL`,
      [JSON.stringify(CALLERS)],
    );
    const { rowCount } = await tx.query(
      `INSERT INTO phone_line (id, number, name, account_sid, auth_token, api_url, languages)
       VALUES ($1, $2, 'Lab', $3, $4, $5, $6) ON CONFLICT (number) DO NOTHING`,
      [
        ...[id, LINE_NUMBER, `AC${randomBytes(16).toString('hex')}`],
        ...[sealSecret(TOKEN_OF_LINE, randomBytes(16).toString('hex')), labApiUrl(), LANGUAGES],
      ],
    );
    if (rowCount) await recordEvent(tx, 'phone_line.created', { line_id: id, number: LINE_NUMBER }, null);
  });
  const [line] = await linesOf();
  if (!line) throw new NotFound();
  return line;
}

/** What somebody does with his telephone. @throws NotFound for a call that is not one of the panel. */
export async function useTelephone(
  sid: string,
  { act, digits, text }: { act: 'digits' | 'say' | 'hang_up' | 'answer'; digits?: string; text?: string },
): Promise<void> {
  const leg = await panelLeg(sid);
  if (act === 'hang_up') await end(sid, leg.status === 'ringing' ? 'busy' : 'completed');
  else if (act === 'answer') await answer(sid);
  else if (act === 'say') await leave(leg, text ?? '');
  else await press(leg, digits ?? '');
}

async function panelLeg(sid: string): Promise<LabCall> {
  const leg = await readLeg(sid);
  if (!leg || !isOfPanel(leg.direction === 'inbound' ? leg.from_number : leg.to_number)) throw new NotFound();
  return leg;
}
