import type { Tx } from '../../db/transaction';
import { parseMessageId } from '../../email/message-id';
import { readReplyToken } from '../../email/reply-token';
import { survivorOf } from '../../queries/survivor-of';
import { numberInSubject, tokensInAddresses, tokensInText } from '../../rules/mail-references';
import type { ClaimedInbound, SeenMail } from './inbound-mail';

export interface MailMatch {
  ticketId: string;
  /** By what anybody can write (a number, Outlook's mark): it counts only for who belongs to the ticket. */
  isGuess: boolean;
}

/**
 * The ticket that a mail answers, at the end of its chain of merges (product 2.11): by the token in an address that it
 * went to, by the Message-IDs that it answers, by the marker in what it quotes, by the number in its subject, by Outlook's Thread-Index. The first
 * hit wins. Nothing here says that its sender may write there.
 */
export async function matchMail(
  tx: Tx,
  claimed: ClaimedInbound,
  { mail }: SeenMail,
): Promise<MailMatch | null> {
  const addresses = [...claimed.recipients, ...mail.recipients];
  const found =
    (await firstTicket(tx, tokensInAddresses(addresses).map(readReplyToken))) ??
    (await byAnswered(tx, mail.answers)) ??
    (await firstTicket(tx, tokensInText(`${mail.text}\n${mail.html ?? ''}`).map(readReplyToken)));
  if (found) return { ticketId: await survivorOf(tx, found), isGuess: false };
  const guessed =
    (await byNumber(tx, numberInSubject(mail.subject))) ?? (await byThread(tx, mail.threadIndex));
  return guessed ? { ticketId: await survivorOf(tx, guessed), isGuess: true } : null;
}

async function byNumber(tx: Tx, number: number | null): Promise<string | null> {
  if (number === null) return null;
  const { rows } = await tx.query<{ id: string }>('SELECT id FROM ticket WHERE number = $1', [number]);
  return rows[0]?.id ?? null;
}

/** The newest ticket with a mail of the same conversation. */
async function byThread(tx: Tx, threadIndex: string | null): Promise<string | null> {
  if (threadIndex === null) return null;
  const { rows } = await tx.query<{ ticket_id: string }>(
    `SELECT ticket_id FROM inbound_mail WHERE thread_index = $1 AND ticket_id IS NOT NULL
       AND state IN ('appended', 'created') ORDER BY received_at DESC LIMIT 1`,
    [threadIndex],
  );
  return rows[0]?.ticket_id ?? null;
}

async function firstTicket(tx: Tx, ids: readonly (string | null)[]): Promise<string | null> {
  const asked = ids.filter((id) => id !== null);
  if (asked.length === 0) return null;
  const { rows } = await tx.query<{ id: string }>(
    'SELECT id FROM ticket WHERE id = ANY($1::uuid[]) ORDER BY array_position($1::uuid[], id) LIMIT 1',
    [asked],
  );
  return rows[0]?.id ?? null;
}

/** Ids of ours say by themselves what they are of; those of others are known from what came in. */
async function byAnswered(tx: Tx, refs: readonly string[]): Promise<string | null> {
  for (const ref of refs) {
    const ours = parseMessageId(ref);
    const { rows } = await tx.query<{ ticket_id: string }>(
      ours
        ? ours.kind === 'ticket'
          ? 'SELECT id AS ticket_id FROM ticket WHERE id = $1'
          : 'SELECT ticket_id FROM outbound_mail WHERE id = $1 AND ticket_id IS NOT NULL'
        : `SELECT ticket_id FROM inbound_mail WHERE message_ref = $1 AND ticket_id IS NOT NULL
             AND state IN ('appended', 'created') ORDER BY received_at DESC LIMIT 1`,
      [ours?.id ?? ref],
    );
    if (rows[0]) return rows[0].ticket_id;
  }
  return null;
}
