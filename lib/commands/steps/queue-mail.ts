import { newId } from '../../clock';
import type { Sql } from '../../db/transaction';
import type { MailTemplate } from '../../rules/notifications';

/** One mail of an act. `personId` is the person it is for, when it is for a person we know. */
export interface MailRequest {
  eventId: string;
  template: MailTemplate;
  recipient: string;
  locale: string;
  personId?: string | null;
  ticketId?: string | null;
  messageId?: string | null;
  /** Row of the code or token that the mail carries; the worker derives the secret itself. */
  secretId?: string | null;
}

/** Writes mails into the ledger, in the transaction of the act. The relay makes the jobs from the event. */
export async function queueMail(tx: Sql, mails: readonly MailRequest[]): Promise<void> {
  if (mails.length === 0) return;
  const rows = mails.map((mail) => ({
    id: newId(),
    event_id: mail.eventId,
    template: mail.template,
    recipient: mail.recipient,
    locale: mail.locale,
    person_id: mail.personId ?? null,
    ticket_id: mail.ticketId ?? null,
    message_id: mail.messageId ?? null,
    secret_id: mail.secretId ?? null,
  }));
  await tx.query(
    `INSERT INTO outbound_mail (id, event_id, template, recipient, locale, person_id, ticket_id, message_id, secret_id)
     SELECT id, event_id, template, recipient, locale, person_id, ticket_id, message_id, secret_id
     FROM jsonb_to_recordset($1::jsonb) AS m (id uuid, event_id uuid, template text, recipient text, locale text,
       person_id uuid, ticket_id uuid, message_id uuid, secret_id uuid)
     ON CONFLICT (event_id, recipient) DO NOTHING`,
    [JSON.stringify(rows)],
  );
}
