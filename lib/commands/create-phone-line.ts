import { sealSecret } from '../auth/sealed-secret';
import { TOKEN_OF_LINE } from '../channels/voice/doors';
import { toE164 } from '../channels/voice/phone-number';
import { newId } from '../clock';
import { Forbidden, Invalid } from '../errors';
import { recordEvent } from '../events/record';
import { readPhoneLine } from '../queries/list-phone-lines';
import { type Actor, may } from '../rules/permissions';
import type { CreatePhoneLineInput, PhoneLineDto } from '../schemas/phone-line';
import { type Attempt, once } from './steps/once';
import { teamMeant } from './steps/team-meant';

/** An admin gives the house a number at which it is called. @throws Forbidden; Invalid `number: taken`, `team_id`. */
export async function createPhoneLine(
  actor: Actor,
  input: CreatePhoneLineInput,
  attempt?: Attempt,
): Promise<PhoneLineDto> {
  if (!may(actor, 'channel.edit')) throw new Forbidden();
  return once(actor, attempt, async (tx) => {
    const id = newId();
    const number = toE164(input.number);
    if (number === null) throw new Invalid({ number: ['phone_number'] });
    await teamMeant(tx, input.team_id);
    const { rowCount } = await tx.query(
      `INSERT INTO phone_line (id, number, name, account_sid, auth_token, api_url, team_id, languages, words,
         max_wait_seconds, voicemail, after_hours, records_calls)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT DO NOTHING`,
      [
        ...[id, number, input.name, input.account_sid, sealSecret(TOKEN_OF_LINE, input.auth_token)],
        ...[input.api_url, input.team_id, input.languages, JSON.stringify(input.words)],
        ...[input.max_wait_seconds, input.voicemail, input.after_hours, input.records_calls],
      ],
    );
    if (rowCount === 0) throw new Invalid({ number: ['taken'] });
    await recordEvent(tx, 'phone_line.created', { line_id: id, number }, actor.id);
    return readPhoneLine(tx, id);
  });
}
