import { inTransaction, type Tx } from '../db/transaction';
import { Forbidden, Invalid } from '../errors';
import { recordEvent } from '../events/record';
import { getSettings } from '../queries/get-settings';
import { type Actor, may } from '../rules/permissions';
import type { EditSettingsInput, SettingKey, Settings } from '../schemas/settings';

/**
 * Changes settings of the workspace and returns all of them. What is given as it was changes nothing and records
 * nothing; the rest is recorded with its old and new value.
 * @throws Forbidden; Invalid `language_waits: unknown_team`.
 */
export function editSettings(actor: Actor, input: EditSettingsInput): Promise<Settings> {
  if (!may(actor, 'settings.edit')) throw new Forbidden();
  return inTransaction(async (tx) => {
    // two admins at once: one after the other, so that the record says what each of them changed
    await tx.query("SELECT pg_advisory_xact_lock(hashtext('settings'))");
    const before = await getSettings(tx);
    const keys = (Object.keys(input) as SettingKey[]).filter(
      (key) => input[key] !== undefined && JSON.stringify(input[key]) !== JSON.stringify(before[key]),
    );
    if (keys.includes('language_waits')) await refuseUnknownTeams(tx, input.language_waits!);
    for (const key of keys) {
      await tx.query(
        `INSERT INTO setting (key, value, updated_at) VALUES ($1, $2, now())
         ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`,
        [key, JSON.stringify(input[key])],
      );
    }
    if (keys.length > 0) {
      const changes = Object.fromEntries(
        keys.map((key): [SettingKey, [unknown, unknown]] => [key, [before[key], input[key]]]),
      );
      await recordEvent(tx, 'settings.changed', { changes }, actor.id);
    }
    return getSettings(tx);
  });
}

async function refuseUnknownTeams(tx: Tx, waits: Settings['language_waits']): Promise<void> {
  const teams = [...new Set(waits.flatMap(({ team }) => team ?? []))];
  const { rowCount } = await tx.query('SELECT 1 FROM team WHERE id = ANY($1::uuid[])', [teams]);
  if (rowCount !== teams.length) throw new Invalid({ language_waits: ['unknown_team'] });
}
