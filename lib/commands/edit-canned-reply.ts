import { inTransaction } from '../db/transaction';
import { Forbidden, Invalid } from '../errors';
import { recordEvent } from '../events/record';
import { getCannedReply } from '../queries/list-canned-replies';
import { type Actor, may } from '../rules/permissions';
import type { CannedReplyDto, EditCannedReplyInput } from '../schemas/canned-reply';
import {
  keptActions,
  refuseEmptyOrUnknown,
  refuseTakenCode,
  refuseUnknownVariables,
} from './steps/canned-reply-rules';
import { changesOf } from './steps/changes-of';
import { topicKey } from './steps/topic-key';
import { requireTeam } from './steps/topic-rules';

/**
 * Changes, archives or takes back a canned reply: an agent his own, an admin any. What is already so is no change.
 *
 * @throws NotFound when he may not read it, Forbidden when he may only read it; Invalid as for a new one.
 */
export function editCannedReply(
  actor: Actor,
  id: string,
  input: EditCannedReplyInput,
): Promise<CannedReplyDto> {
  refuseUnknownVariables(input.bodies);
  return inTransaction(async (tx) => {
    await tx.query('SELECT 1 FROM canned_reply WHERE id = $1 FOR NO KEY UPDATE', [id]);
    const before = await getCannedReply(actor, id, tx);
    const own = before.owner?.id === actor.id;
    if (!may(actor, own ? 'canned_reply.edit_own' : 'canned_reply.edit_any')) throw new Forbidden();
    if (before.owner && input.team) throw new Invalid({ team: ['not_allowed'] });
    await requireTeam(tx, input.team);
    const { team, is_archived, ...rest } = input;
    const given = {
      ...rest,
      ...(rest.topic === undefined ? {} : { topic: await topicKey(tx, rest.topic) }),
      ...(rest.actions === undefined ? {} : { actions: await keptActions(tx, rest.actions) }),
      ...(team === undefined ? {} : { team }),
      ...(is_archived === undefined ? {} : { is_archived }),
    };
    const now = { ...before, team: before.team?.id ?? null };
    const changes = changesOf(now, { ...now, ...given });
    if (Object.keys(changes).length === 0) return before;
    const after = { ...now, ...given };
    if (given.bodies || given.actions) await refuseEmptyOrUnknown(tx, after);
    await refuseTakenCode(
      tx.query(
        `UPDATE canned_reply SET short_code = $2, title = $3, folder = $4, topic = $5, bodies = $6, team_id = $7,
           archived_at = CASE WHEN $8 THEN coalesce(archived_at, now()) END, updated_by = $9, updated_at = now(),
           actions = $10
         WHERE id = $1`,
        [
          id,
          after.short_code,
          after.title,
          after.folder,
          after.topic,
          JSON.stringify(after.bodies),
          after.team,
          after.is_archived,
          actor.id,
          JSON.stringify(after.actions),
        ],
      ),
    );
    const result = await getCannedReply(actor, id, tx);
    await recordEvent(tx, 'canned_reply.changed', recorded(before, result, Object.keys(changes)), actor.id);
    return result;
  });
}

/** Old and new values; texts are long and not for the log, so it says only that they changed. */
function recorded(before: CannedReplyDto, after: CannedReplyDto, changed: string[]) {
  const values = (reply: CannedReplyDto) => ({
    short_code: reply.short_code,
    title: reply.title,
    folder: reply.folder,
    topic: reply.topic,
    team: reply.team?.name ?? null,
    is_archived: reply.is_archived,
  });
  return {
    canned_reply_id: after.id,
    short_code: before.short_code,
    changes: changesOf(values(before), values(after)),
    fields: changed.filter((field) => field === 'bodies' || field === 'actions'),
  };
}
