import { tokenFor } from '../auth/secrets';
import { sql } from '../db/transaction';
import { env } from '../env';
import { isStaff } from '../rules/permissions';
import { RATING_LINK } from './find-rating-link';
import { unreadOfMail } from './list-notices';
import { loadActor } from './load-actor';
import { envelopeOf, type FoundFacts, type MailRow, readMailRow, ticketOf } from './mail-row';
import { codeFacts, linkFacts } from './secret-mail-facts';
import { ticketFacts } from './ticket-mail-facts';
import { unreadOfChat } from './unread-of-chat';

/** Gathers what one mail of the ledger says, as of now; or the plain reason why it must not be sent any more. */
export async function getMailFacts(mailId: string): Promise<FoundFacts> {
  const row = await readMailRow(mailId);
  if (!row) return { skip: 'It is gone.' };
  if (row.template === 'code') return codeFacts(row);
  if (row.is_disabled) return { skip: 'The person was deactivated before it was sent.' };
  switch (row.template) {
    case 'invitation':
    case 'password_reset':
      return linkFacts(row, row.template);
    case 'email_changed':
    case 'test':
      return { facts: { ...envelopeOf(row), template: row.template } };
    case 'digest':
      return digestFacts(row);
    case 'rating':
      return ratingFacts(row);
    case 'chat':
      return chatFacts(row);
    default:
      return ticketFacts(row);
  }
}

/** What the team said up to its message, as far as it is unread still and no mail has told it. */
async function chatFacts(row: MailRow): Promise<FoundFacts> {
  const found = await unreadOfChat(row.id);
  if (!found || !row.ticket_id || row.is_spam) return { skip: 'It was read before it was sent.' };
  // nobody has said that this address is the visitor's: it is shown no word of his
  const envelope = { ...envelopeOf(row), audience: 'stranger' } as const;
  return { facts: { ...envelope, template: 'chat', ticket: ticketOf(row, row.ticket_id), ...found } };
}

/** What is still unread of it, and still his to see. */
async function digestFacts(row: MailRow): Promise<FoundFacts> {
  const reader = row.person_id ? await loadActor(sql, row.person_id) : null;
  const unread = reader && isStaff(reader.role) ? await unreadOfMail(reader, row.id) : [];
  if (unread.length === 0) return { skip: 'All of it was read before it was sent.' };
  const notices = unread.map(({ id, kind, actor, ticket, mailbox, message }) => ({
    ...{ id, kind, actor: actor?.name ?? null, ticket, mailbox },
    text: message?.text ?? null,
  }));
  const settingsUrl = `${env().APP_URL}/account#notices`;
  return { facts: { ...envelopeOf(row), template: 'digest', notices, settingsUrl } };
}

/** Nobody is asked about what he has rated since, or what is open again. */
async function ratingFacts(row: MailRow): Promise<FoundFacts> {
  const { rows } = await sql.query<{ id: string; nonce: string; is_over: boolean }>(
    `SELECT r.id, r.nonce,
       r.score IS NOT NULL OR t.resolved_at IS DISTINCT FROM r.resolved_at OR t.merged_into IS NOT NULL
         OR t.deleted_at IS NOT NULL OR t.spam_at IS NOT NULL AS is_over
     FROM rating r JOIN ticket t ON t.id = r.ticket_id WHERE r.id = $1`,
    [row.rating_id],
  );
  const rating = rows[0];
  if (!rating || rating.is_over || !row.is_own || !row.ticket_id)
    return { skip: 'It was rated, or is open again, before it was sent.' };
  const token = tokenFor(RATING_LINK, rating.id, rating.nonce);
  return { facts: { ...envelopeOf(row), template: 'rating', ticket: ticketOf(row, row.ticket_id), token } };
}
