import { doorsOf } from '../channels/voice/doors';
import { type Sql, sql } from '../db/transaction';
import { Forbidden, NotFound } from '../errors';
import { type Actor, may } from '../rules/permissions';
import type { PhoneLineDto } from '../schemas/phone-line';

type Row = Omit<PhoneLineDto, 'created_at' | 'has_auth_token' | 'incoming_url' | 'status_url'> & {
  created_at: Date;
};

const rowsWhere = (where: string) => `
  SELECT id, number, provider, account_sid, api_url, name, team_id, languages, words, max_wait_seconds, voicemail,
    after_hours, records_calls, is_active, created_at
  FROM phone_line WHERE ${where} ORDER BY created_at, id`;

const present = (row: Row): PhoneLineDto => ({
  ...row,
  has_auth_token: true,
  incoming_url: `${doorsOf(row.id)}/incoming/`,
  status_url: `${doorsOf(row.id)}/status/`,
  created_at: row.created_at.toISOString(),
});

/** All telephone lines, the oldest first. */
export async function listPhoneLines(actor: Actor): Promise<{ results: PhoneLineDto[] }> {
  if (!may(actor, 'channel.edit')) throw new Forbidden();
  const { rows } = await sql.query<Row>(rowsWhere('true'));
  return { results: rows.map(present) };
}

/** One of them, without asking who wants it. @throws NotFound. */
export async function readPhoneLine(from: Sql, id: string): Promise<PhoneLineDto> {
  const { rows } = await from.query<Row>(rowsWhere('id = $1'), [id]);
  if (!rows[0]) throw new NotFound();
  return present(rows[0]);
}
