import { sealSecret } from '../auth/sealed-secret';
import { TOKEN_OF_LINE } from '../channels/voice/doors';
import { ProviderTrouble } from '../channels/voice/provider';
import { inTransaction, sql } from '../db/transaction';
import { Forbidden, NotFound } from '../errors';
import { recordEvent } from '../events/record';
import { readPhoneLine } from '../queries/list-phone-lines';
import { providerOf, voiceLine } from '../queries/voice-line';
import { type Actor, may } from '../rules/permissions';
import type { EditPhoneLineInput, LineTestDto, PhoneLineDto } from '../schemas/phone-line';
import { othersIn, writeColumns } from './steps/edit-channel';
import { teamMeant } from './steps/team-meant';

/** An admin changes a line, or switches it off. What is already so is no change. @throws Forbidden, NotFound, Invalid. */
export async function editPhoneLine(
  actor: Actor,
  id: string,
  { auth_token, ...input }: EditPhoneLineInput,
): Promise<PhoneLineDto> {
  if (!may(actor, 'channel.edit')) throw new Forbidden();
  return inTransaction(async (tx) => {
    await tx.query('SELECT 1 FROM phone_line WHERE id = $1 FOR NO KEY UPDATE', [id]);
    const before = await readPhoneLine(tx, id);
    const changes: Record<string, unknown> = othersIn(input, before);
    if (auth_token !== undefined) changes.auth_token = sealSecret(TOKEN_OF_LINE, auth_token);
    const fields = Object.keys(changes);
    if (fields.length === 0) return before;
    if (input.team_id) await teamMeant(tx, input.team_id);
    await writeColumns(tx, 'phone_line', id, changes);
    await recordEvent(tx, 'phone_line.changed', { line_id: id, number: before.number, fields }, actor.id);
    return readPhoneLine(tx, id);
  });
}

/** Asks the provider whether the account lets us in. @throws Forbidden, NotFound. */
export async function testPhoneLine(actor: Actor, id: string): Promise<LineTestDto> {
  if (!may(actor, 'channel.edit')) throw new Forbidden();
  const line = await voiceLine(sql, id);
  if (!line) throw new NotFound();
  try {
    await providerOf(line).greet();
    return { ok: true, detail: null };
  } catch (error) {
    if (error instanceof ProviderTrouble) return { ok: false, detail: error.message };
    throw error;
  }
}
