import type { Tx } from '../../db/transaction';
import { Invalid } from '../../errors';
import { recordEvent } from '../../events/record';

/**
 * Makes a person a member of exactly these teams. The caller records the change, which closes his open sockets: what
 * he sees is another thing now. Returns whether anything changed.
 * @throws Invalid `teams: unknown_team`.
 */
export async function setTeamsOf(tx: Tx, personId: string, teamIds: readonly string[]): Promise<boolean> {
  const { rows } = await tx.query('SELECT 1 FROM team WHERE id = ANY($1::uuid[]) FOR KEY SHARE', [teamIds]);
  if (rows.length !== teamIds.length) throw new Invalid({ teams: ['unknown_team'] });
  const left = await tx.query('DELETE FROM team_member WHERE person_id = $1 AND team_id <> ALL($2::uuid[])', [
    personId,
    teamIds,
  ]);
  const joined = await tx.query(
    'INSERT INTO team_member (person_id, team_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING',
    [personId, teamIds],
  );
  return (left.rowCount ?? 0) + (joined.rowCount ?? 0) > 0;
}

/**
 * Makes exactly these people the members of a team, and records the change with each whom it concerns.
 * @throws Invalid `members: not_an_active_agent`.
 */
export async function setMembersOf(
  tx: Tx,
  teamId: string,
  personIds: readonly string[],
  actorId: string,
): Promise<{ joined: string[]; left: string[] }> {
  const { rows } = await tx.query(
    `SELECT 1 FROM person WHERE id = ANY($1::uuid[]) AND role <> 'customer' AND disabled_at IS NULL FOR KEY SHARE`,
    [personIds],
  );
  if (rows.length !== personIds.length) throw new Invalid({ members: ['not_an_active_agent'] });
  const gone = await tx.query<{ id: string }>(
    // who is deactivated is no member that anybody sees; he keeps his place for the day he comes back
    `DELETE FROM team_member m USING person p
     WHERE p.id = m.person_id AND m.team_id = $1 AND m.person_id <> ALL($2::uuid[]) AND p.disabled_at IS NULL
     RETURNING m.person_id AS id`,
    [teamId, personIds],
  );
  const come = await tx.query<{ id: string }>(
    `INSERT INTO team_member (team_id, person_id) SELECT $1, unnest($2::uuid[])
     ON CONFLICT DO NOTHING RETURNING person_id AS id`,
    [teamId, personIds],
  );
  const [joined, left] = [come.rows.map(({ id }) => id), gone.rows.map(({ id }) => id)];
  for (const person_id of [...joined, ...left]) {
    await recordEvent(tx, 'person.changed', { person_id, fields: ['teams'], evict: true }, actorId);
  }
  return { joined, left };
}
