import type { Tx } from '../../db/transaction';
import { Invalid } from '../../errors';

/** One change of the topics after the other: their names and places depend on each other. */
export async function lockTopics(tx: Tx): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtext('topics'))");
}

/** A name means one topic: whoever writes it in a form or an import must get that one. */
export async function refuseTakenNames(
  tx: Tx,
  id: string,
  names: Readonly<Record<string, string>>,
): Promise<void> {
  const { rows } = await tx.query<{ field: string }>(
    `SELECT DISTINCT given.key AS field FROM jsonb_each_text($2::jsonb) given, topic t
     WHERE t.id <> $1 AND (lower(t.key) = lower(given.value)
       OR EXISTS (SELECT 1 FROM jsonb_each_text(t.names) n WHERE lower(n.value) = lower(given.value)))`,
    [id, JSON.stringify(names)],
  );
  if (rows.length === 0) return;
  throw new Invalid(
    Object.fromEntries(rows.map(({ field }) => [field === 'key' ? 'key' : `names.${field}`, ['taken']])),
  );
}

/** Throws Invalid `team: unknown_team` when there is no such team. */
export async function requireTeam(tx: Tx, team: string | null | undefined): Promise<void> {
  if (!team) return;
  const { rowCount } = await tx.query('SELECT 1 FROM team WHERE id = $1 FOR KEY SHARE', [team]);
  if (rowCount === 0) throw new Invalid({ team: ['unknown_team'] });
}
