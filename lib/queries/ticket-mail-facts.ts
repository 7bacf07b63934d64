import { isRead } from '../db/sql/message-rows';
import { sql } from '../db/transaction';
import type { MailAudience, MessageFacts, MessageMail } from '../email/mail-facts';
import type { MailHistory, Status } from '../schemas/values';
import { getSettings } from './get-settings';
import { envelopeOf, type FoundFacts, type MailRow, ticketOf } from './mail-row';

/** Notices of a ticket: what happened to it, or the message that was said, with those that its mail carries too. */
export async function ticketFacts(row: MailRow): Promise<FoundFacts> {
  const isAnswer = row.template === 'reply' && row.person_role === 'customer';
  const burst = isAnswer ? await burstOf(row) : { more: [], isRead: false };
  if (burst.isRead) return { spare: 'It was read in the portal before it was sent.' };
  if (!row.ticket_id || row.body === null) return { skip: 'Its ticket or message is gone.' };
  if (row.is_spam) return { skip: 'The ticket was marked as spam before it was sent.' };
  const audience = audienceOf(row);
  if (!audience) return { skip: 'The person may not read it any more.' };
  const base = { ...envelopeOf(row), audience, ticket: ticketOf(row, row.ticket_id) };
  const { more } = burst;
  const message: MessageFacts = {
    ...{ author: row.author ?? '', body: row.body, html: row.html },
    files: [...(row.files ?? []), ...more.flatMap(({ files }) => files)],
  };
  const { template, actor_name: actor } = row;
  switch (template) {
    case 'ticket_received':
      return { facts: { ...base, template, message } };
    case 'status':
      return { facts: { ...base, template, actor, newStatus: row.event_to as Status } };
    case 'closing':
      if (row.status !== 'WAITING_ON_CUSTOMER') return { skip: 'It was answered before it was sent.' };
      return { facts: { ...base, template, days: row.days ?? 1 } };
    case 'assigned':
      return { facts: { ...base, template, actor, reason: row.reason, message } };
    case 'copy':
      return { facts: { ...base, template, message, more, newStatus: null, history: [] } };
    case 'reply':
    case 'customer_message':
    case 'note': {
      const history = isAnswer ? await historyOf(row) : [];
      return { facts: { ...base, template, message, more, newStatus: row.new_status, history } };
    }
    default:
      return { skip: `There is no mail "${template}".` };
  }
}

/** As whom its reader reads it; null when he may not. */
function audienceOf(row: MailRow): MailAudience | null {
  const { audience } = envelopeOf(row);
  // nobody else's first message is shown with the receipt
  if (row.template === 'ticket_received') return row.is_own ? audience : 'stranger';
  if (audience === 'staff') return audience;
  // a note leaves for staff alone, whatever stands in the ledger; nor is somebody else's ticket mailed to a customer
  if (row.is_internal) return null;
  // whoever is in copy was chosen by the author, and reads this one message
  if (row.template === 'copy') return 'customer';
  return row.is_own ? audience : null;
}

/** The answers that its mail tells beside its own, and whether he has read all of them while they waited. */
async function burstOf(row: MailRow): Promise<{ more: MessageFacts[]; isRead: boolean }> {
  const { reply_mail_delay_seconds: delay } = await getSettings();
  const { rows } = await sql.query<MessageFacts & { is_own: boolean; is_read: boolean }>(
    `SELECT o.id = $1 AS is_own, ${isRead('o.person_id')} AS is_read, a.name AS author, m.body,
       CASE m.format WHEN 'markdown' THEN m.html END AS html,
       coalesce((SELECT json_agg(json_build_object('name', f.name, 'media_type', f.media_type, 'size', f.size,
         'storage_key', f.storage_key, 'mailed', false) ORDER BY f.position, f.created_at)
         FROM attachment f WHERE f.message_id = m.id), '[]') AS files
     FROM outbound_mail o JOIN message m ON m.id = o.message_id JOIN person a ON a.id = m.author_id
     WHERE (o.id = $1 OR o.carried_by = $1) AND m.removed_at IS NULL AND NOT m.is_internal
     ORDER BY m.created_at, m.id`,
    [row.id],
  );
  const more = rows
    .filter((one) => !one.is_own)
    .map(({ author, body, html, files }) => ({ author, body, html, files }));
  return { more, isRead: delay > 0 && rows.length > 0 && rows.every((one) => one.is_read) };
}

/** Characters of one message of it. */
const MAX_QUOTED = 4_000;
const QUOTED = { none: 0, last: 1, full: 20 } as const satisfies Record<MailHistory, number>;

/** What customer and team said before a reply, for the customer alone: who is in copy was not there. */
async function historyOf(row: MailRow): Promise<MessageMail['history']> {
  const most = QUOTED[row.mailbox?.history ?? 'none'];
  if (most === 0) return [];
  const { rows } = await sql.query<MessageMail['history'][number]>(
    `SELECT author.name AS author, left(m.body, ${MAX_QUOTED}) AS body
     FROM message m JOIN message said ON said.id = (SELECT message_id FROM outbound_mail WHERE id = $1)
     JOIN person author ON author.id = m.author_id
     WHERE m.ticket_id = said.ticket_id AND NOT m.is_internal AND m.removed_at IS NULL
       AND (m.created_at, m.id) < (said.created_at, said.id)
     ORDER BY m.created_at DESC, m.id DESC LIMIT $2`,
    [row.id, most],
  );
  return rows;
}
