import { newId } from '../clock';
import { Forbidden, Invalid } from '../errors';
import { recordEvent } from '../events/record';
import { getCannedReply } from '../queries/list-canned-replies';
import { type Actor, may } from '../rules/permissions';
import type { CannedReplyDto, CreateCannedReplyInput } from '../schemas/canned-reply';
import {
  keptActions,
  refuseEmptyOrUnknown,
  refuseTakenCode,
  refuseUnknownVariables,
} from './steps/canned-reply-rules';
import { type Attempt, once } from './steps/once';
import { topicKey } from './steps/topic-key';
import { requireTeam } from './steps/topic-rules';

/**
 * Writes a canned reply: an agent for himself, an admin for himself, a team or everybody.
 *
 * @throws Forbidden for an agent's reply that is not his own; Invalid for a short code that is taken, an unknown
 *   variable (named in the message) or team.
 */
export function createCannedReply(
  actor: Actor,
  input: CreateCannedReplyInput,
  attempt?: Attempt,
): Promise<CannedReplyDto> {
  if (!may(actor, input.is_personal ? 'canned_reply.edit_own' : 'canned_reply.edit_any'))
    throw new Forbidden();
  if (input.is_personal && input.team !== null) throw new Invalid({ team: ['not_allowed'] });
  refuseUnknownVariables(input.bodies);
  return once(actor, attempt, async (tx) => {
    await requireTeam(tx, input.team);
    await refuseEmptyOrUnknown(tx, input);
    const id = newId();
    await refuseTakenCode(
      tx.query(
        `INSERT INTO canned_reply (id, short_code, title, folder, topic, bodies, actions, owner_id, team_id, updated_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          id,
          input.short_code,
          input.title,
          input.folder,
          await topicKey(tx, input.topic),
          JSON.stringify(input.bodies),
          JSON.stringify(await keptActions(tx, input.actions)),
          input.is_personal ? actor.id : null,
          input.team,
          actor.id,
        ],
      ),
    );
    const data = { canned_reply_id: id, short_code: input.short_code };
    await recordEvent(tx, 'canned_reply.created', data, actor.id);
    return getCannedReply(actor, id, tx);
  });
}
