import type { Tx } from '../../db/transaction';
import { Invalid } from '../../errors';
import { unknownVariable } from '../../rules/variables-in';
import type { CannedReplyDto } from '../../schemas/canned-reply';
import type { TicketActions } from '../../schemas/ticket-actions';
import { topicKey } from './topic-key';

/** Throws Invalid that names the first variable which nobody will ever fill in. */
export function refuseUnknownVariables(bodies: Readonly<Record<string, string>> | undefined): void {
  for (const [language, body] of Object.entries(bodies ?? {})) {
    const name = unknownVariable(body);
    if (name === null) continue;
    const message = `There is no variable {{${name}}}.`;
    throw new Invalid({ [`bodies.${language}`]: ['unknown_variable'] }, message);
  }
}

/** Throws Invalid for a reply that says nothing and does nothing, or whose actions name what is not there
 * or a time that passes. */
export async function refuseEmptyOrUnknown(
  tx: Tx,
  { bodies, actions }: Pick<CannedReplyDto, 'bodies' | 'actions'>,
): Promise<void> {
  if (Object.keys(bodies).length === 0 && Object.keys(actions).length === 0)
    throw new Invalid({ bodies: ['required'] });
  const { assigned_agent: agent, team, snooze } = actions;
  // used again and again, it would soon say a time that is past
  if (snooze && 'until' in snooze && snooze.until !== null)
    throw new Invalid({ 'actions.snooze': ['fixed_time'] });
  if (agent && agent !== 'me') {
    const { rowCount } = await tx.query(
      `SELECT 1 FROM person WHERE id = $1 AND role <> 'customer' AND disabled_at IS NULL`,
      [agent],
    );
    if (rowCount === 0) throw new Invalid({ 'actions.assigned_agent': ['not_an_active_agent'] });
  }
  if (team) {
    const { rowCount } = await tx.query('SELECT 1 FROM team WHERE id = $1', [team]);
    if (rowCount === 0) throw new Invalid({ 'actions.team': ['unknown_team'] });
  }
}

/** Actions as they are kept: a topic by its key. */
export const keptActions = async (tx: Tx, { topic, ...rest }: TicketActions): Promise<TicketActions> =>
  topic === undefined ? rest : { ...rest, topic: await topicKey(tx, topic) };

/** Runs a write of `canned_reply`; a short code that somebody has becomes Invalid. */
export async function refuseTakenCode<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if ((error as { code?: string }).code === '23505') throw new Invalid({ short_code: ['taken'] });
    throw error;
  }
}
