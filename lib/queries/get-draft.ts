import { listen } from '../db/line';
import type { TicketRow } from '../db/sql/ticket-row';
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
  return ofTicket(ticket, await loadDraft(from, actor, id));
}

async function loadDraft(from: Sql, actor: Actor, id: string): Promise<DraftRow | undefined> {
  const { rows } = await from.query<DraftRow>('SELECT * FROM ai_draft WHERE id = $1 AND person_id = $2', [
    id,
    actor.id,
  ]);
  return rows[0];
}

function ofTicket(ticket: TicketRow, draft: DraftRow | undefined): DraftRow {
  if (draft?.ticket_id !== ticket.id) throw new NotFound();
  return draft;
}

export async function getDraft(actor: Actor, ref: string, id: string): Promise<DraftDto> {
  const [ticket, draft] = await Promise.all([
    accessTicket(sql, actor, ref, 'ticket.draft'),
    loadDraft(sql, actor, id),
  ]);
  return presentDraft(ofTicket(ticket, draft));
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
