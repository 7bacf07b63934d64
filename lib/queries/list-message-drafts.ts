import { sql } from '../db/transaction';
import type { Actor } from '../rules/permissions';
import { visibleTickets } from '../rules/visibility';
import type { ListedMessageDraft } from '../schemas/message-draft';
import type { DraftKind, StopReason } from '../schemas/values';
import { decodeCursor, pageOf } from './cursor';

const PAGE = 20;

interface Row {
  id: string;
  kind: DraftKind;
  text: string;
  attention: StopReason | null;
  held_state: 'held' | 'stopped' | null;
  send_at: Date | null;
  updated_at: Date;
  ticket_id: string;
  number: number;
  is_seen: boolean;
  subject: string;
  customer_id: string;
  customer_name: string;
}

/** A message that was stopped, or that waits for its time, is its author's as a draft is. */
const MINE = `
  SELECT d.id, d.ticket_id, d.kind, d.body AS text, d.attention, NULL AS held_state,
    NULL::timestamptz AS send_at, d.updated_at
  FROM message_draft d WHERE d.person_id = $1 AND d.ended IS NULL
  UNION ALL
  SELECT h.id, h.ticket_id, CASE WHEN (h.input ->> 'is_internal')::boolean THEN 'note' ELSE 'reply' END,
    h.input ->> 'body', h.stop_reason, h.state, h.send_at, coalesce(h.settled_at, h.created_at)
  FROM held_message h WHERE h.author_id = $1 AND h.state IN ('held', 'stopped')`;

/** One's own unsent texts, the newest first. Of a ticket that one sees no more, one's own words are all that is told. */
export async function listMessageDrafts(
  actor: Actor,
  cursor: string | undefined,
): Promise<{ results: ListedMessageDraft[]; next: string | null }> {
  const before = cursor ? (decodeCursor(actor.id, 'drafts', cursor) as [string, string]) : null;
  const { rows } = await sql.query<Row>(
    `SELECT d.*, t.number, t.subject, t.customer_id, c.name AS customer_name,
       (${visibleTickets(actor, '$1')} AND t.deleted_at IS NULL) AS is_seen
     FROM (${MINE}) d JOIN ticket t ON t.id = d.ticket_id JOIN person c ON c.id = t.customer_id
     ${before ? 'WHERE (d.updated_at, d.id) < ($2::timestamptz, $3::uuid)' : ''}
     ORDER BY d.updated_at DESC, d.id DESC LIMIT ${PAGE + 1}`,
    before ? [actor.id, ...before] : [actor.id],
  );
  const { shown, next } = pageOf(actor.id, 'drafts', {
    rows,
    limit: PAGE,
    placeOf: ({ updated_at, id }) => [updated_at.toISOString(), id],
  });
  return { results: shown.map(present), next };
}

const present = (row: Row): ListedMessageDraft => ({
  ticket: {
    id: row.ticket_id,
    number: row.number,
    subject: row.is_seen ? row.subject : null,
    customer: row.is_seen ? { id: row.customer_id, name: row.customer_name } : null,
  },
  kind: row.kind,
  body: row.text,
  attention: row.attention,
  held:
    row.held_state && row.send_at
      ? { id: row.id, send_at: row.send_at.toISOString(), state: row.held_state }
      : null,
  updated_at: row.updated_at.toISOString(),
});
