import { listen } from '../db/line';
import { type Sql, sql } from '../db/transaction';
import { NotFound } from '../errors';
import { type DraftRow, presentDraft } from '../presenters/draft';
import type { Actor } from '../rules/permissions';
import type { DraftDto } from '../schemas/ai';
import { accessTicket } from './access-ticket';

/** The channel on which a draft's id is told when its row changed. */
export const DRAFT_CHANNEL = 'switchboard_draft';

/** A draft is seen by the person who asked for it, as long as he may draft for its ticket. */
export async function accessDraft(from: Sql, actor: Actor, ref: string, id: string): Promise<DraftRow> {
  const ticket = await accessTicket(from, actor, ref, 'ticket.draft');
  const { rows } = await from.query<DraftRow>(
    'SELECT * FROM ai_draft WHERE id = $1 AND ticket_id = $2 AND person_id = $3',
    [id, ticket.id, actor.id],
  );
  if (!rows[0]) throw new NotFound();
  return rows[0];
}

export async function getDraft(actor: Actor, ref: string, id: string): Promise<DraftDto> {
  return presentDraft(await accessDraft(sql, actor, ref, id));
}

/** How often somebody who waits looks for himself, should a hint be lost. */
const LOOK_MS = 500;

/** Waits until the draft is over, or the time (milliseconds) is; answers with it as it is then. */
export async function waitForDraft(
  actor: Actor,
  ref: string,
  id: string,
  milliseconds: number,
): Promise<DraftDto> {
  const until = Date.now() + milliseconds;
  let wake = () => {};
  const stop = listen(DRAFT_CHANNEL, { hear: (told) => told === id && wake() });
  try {
    for (;;) {
      const pause = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const draft = await getDraft(actor, ref, id);
      const left = until - Date.now();
      if (left <= 0 || (draft.status !== 'queued' && draft.status !== 'running')) return draft;
      const timer = setTimeout(wake, Math.min(LOOK_MS, left));
      await pause;
      clearTimeout(timer);
    }
  } finally {
    stop();
  }
}
