import type { TicketRow } from '../../db/sql/ticket-row';
import type { Tx } from '../../db/transaction';
import { Invalid } from '../../errors';
import { writeTicket } from './write-ticket';

/**
 * Gives a locked ticket to a team, or to none, inside a command; who holds it stays. No change, no event.
 * @throws Invalid `team: unknown_team`.
 */
export async function setTeam(
  tx: Tx,
  ticket: Pick<TicketRow, 'id' | 'team_id'>,
  teamId: string | null,
  actorId: string,
): Promise<void> {
  if (teamId === ticket.team_id) return;
  if (teamId !== null) {
    // held until the ticket is written: a team that is being deleted takes no more tickets
    const { rowCount } = await tx.query('SELECT 1 FROM team WHERE id = $1 FOR KEY SHARE', [teamId]);
    if (rowCount === 0) throw new Invalid({ team: ['unknown_team'] });
  }
  await writeTicket(tx, ticket.id, { team_id: teamId }, [
    { type: 'team.changed', data: { from: ticket.team_id, to: teamId }, actorId },
  ]);
}
