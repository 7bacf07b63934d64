import { sql } from '../db/transaction';
import { Forbidden } from '../errors';
import { isRecoverable, MAIL_ENDS, type MailEnd, type MailInState } from '../rules/mail-states';
import { type Actor, may } from '../rules/permissions';
import type { ListMailsInQuery, MailCountsDto, MailInDto } from '../schemas/email-channel';
import { decodeCursor, pageOf } from './cursor';

export interface MailInRow
  extends Omit<MailInDto, 'received_at' | 'mailbox' | 'ticket' | 'answered' | 'is_recoverable'> {
  received_at: Date;
  mailbox_id: string;
  address: string;
  ticket_number: number | null;
  answered_number: number | null;
}

export const mailInRows = `
  SELECT i.id, i.mailbox_id, b.address, i.door, i.sender, i.sender_name, i.subject, i.size, i.state, i.reason, i.detail,
    i.is_forged, i.received_at, t.number AS ticket_number, a.number AS answered_number
  FROM inbound_mail i JOIN mailbox b ON b.id = i.mailbox_id
  LEFT JOIN ticket t ON t.id = i.ticket_id LEFT JOIN ticket a ON a.id = i.answered_id`;

export function presentMailIn(row: MailInRow): MailInDto {
  const { mailbox_id, address, ticket_number, answered_number, received_at, ...rest } = row;
  return {
    ...rest,
    mailbox: { id: mailbox_id, address },
    ticket: ticket_number === null ? null : { number: ticket_number },
    answered: answered_number === null ? null : { number: answered_number },
    received_at: received_at.toISOString(),
    is_recoverable: isRecoverable(row.state, row.reason),
  };
}

/** One page of the mails that came in, the newest first. */
export async function listMailsIn(
  actor: Actor,
  { state, mailbox, limit, cursor }: ListMailsInQuery,
): Promise<{ results: MailInDto[]; next: string | null }> {
  if (!may(actor, 'channel.edit')) throw new Forbidden();
  const [at, after] = cursor
    ? (decodeCursor(actor.id, 'mails-in', cursor) as [string, string])
    : [null, null];
  const { rows } = await sql.query<MailInRow>(
    `${mailInRows}
     WHERE i.state <> 'receiving' AND ($1::text IS NULL OR i.state = $1) AND ($2::uuid IS NULL OR i.mailbox_id = $2)
       AND ($3::timestamptz IS NULL OR (i.received_at, i.id) < ($3, $4::uuid))
     ORDER BY i.received_at DESC, i.id DESC LIMIT $5`,
    [state ?? null, mailbox ?? null, at, after, limit + 1],
  );
  const { shown, next } = pageOf(actor.id, 'mails-in', {
    ...{ rows, limit },
    placeOf: ({ received_at, id }) => [received_at.toISOString(), id],
  });
  return { results: shown.map(presentMailIn), next };
}

/** How many mails of the last 30 days ended where, and how many wait to be read. */
export async function countMailsIn(actor: Actor): Promise<MailCountsDto> {
  if (!may(actor, 'channel.edit')) throw new Forbidden();
  const { rows } = await sql.query<{ state: MailInState; n: number }>(
    `SELECT state, count(*)::int AS n FROM inbound_mail
     WHERE state <> 'receiving' AND received_at > now() - interval '30 days' GROUP BY state`,
  );
  const of = (state: MailInState) => rows.find((row) => row.state === state)?.n ?? 0;
  return {
    all: rows.reduce((sum, { n }) => sum + n, 0),
    received: of('received'),
    ends: Object.fromEntries(MAIL_ENDS.map((end) => [end, of(end)])) as Record<MailEnd, number>,
  };
}
