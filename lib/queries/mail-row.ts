import { sql } from '../db/transaction';
import type {
  Brand,
  MailAudience,
  MailboxFacts,
  MailFacts,
  MailFile,
  TicketFacts,
} from '../email/mail-facts';
import type { MailTemplate } from '../rules/notifications';
import { LOCALES, type Locale, type MailHistory, type Role, type Status } from '../schemas/values';
import { getSettings } from './get-settings';

/** All that the templates need, in one row. Ids in the ledger lead to it; nothing of it is stored with the mail. */
export interface MailRow {
  id: string;
  template: MailTemplate;
  recipient: string;
  locale: string;
  secret_id: string | null;
  person_id: string | null;
  person_name: string | null;
  person_role: Role | null;
  is_disabled: boolean;
  actor_name: string | null;
  event_to: string | null;
  reason: string | null;
  days: number | null;
  rating_id: string | null;
  new_status: Status | null;
  ticket_id: string | null;
  number: number;
  subject: string;
  status: Status;
  is_spam: boolean;
  is_own: boolean;
  customer_name: string;
  body: string | null;
  html: string | null;
  author: string | null;
  is_internal: boolean | null;
  files: MailFile[] | null;
  earlier: string[];
  answered: string | null;
  is_unproven: boolean;
  mailbox: (MailboxFacts & { history: MailHistory; proves: boolean }) | null;
  brand: Brand;
  /** The team may answer notices by mail. */
  staff_answers: boolean;
}

const QUERY = `
  SELECT m.id, m.template, m.recipient, m.locale, m.secret_id,
    p.id AS person_id, p.name AS person_name, p.role AS person_role, p.disabled_at IS NOT NULL AS is_disabled,
    coalesce(p.is_unproven, false) AS is_unproven,
    actor.name AS actor_name, e.data ->> 'to' AS event_to, e.data ->> 'reason' AS reason,
    (e.data ->> 'days')::int AS days, e.data ->> 'rating_id' AS rating_id,
    -- the status that came with a reply was written with it, so it has its time; the first answer's step from
    -- open to in progress happens by itself and is no news
    (SELECT s.data ->> 'to' FROM event s
     WHERE s.ticket_id = e.ticket_id AND s.type = 'status.changed' AND s.created_at = e.created_at
       AND s.actor_id = e.actor_id
       AND (s.data ->> 'from' = 'RESOLVED' OR s.data ->> 'to' IN ('WAITING_ON_CUSTOMER', 'RESOLVED', 'CLOSED'))
     ORDER BY s.seq DESC LIMIT 1) AS new_status,
    t.id AS ticket_id, t.number, t.subject, t.status, t.spam_at IS NOT NULL AS is_spam,
    coalesce(t.customer_id = coalesce(p.merged_into, p.id), false) AS is_own, c.name AS customer_name,
    msg.body, CASE msg.format WHEN 'markdown' THEN msg.html END AS html, author.name AS author, msg.is_internal,
    (SELECT json_agg(json_build_object('name', f.name, 'media_type', f.media_type, 'size', f.size,
                                       'storage_key', f.storage_key, 'mailed', false) ORDER BY f.position, f.created_at)
     FROM attachment f WHERE f.message_id = msg.id) AS files,
    coalesce((SELECT array_agg(o.ref ORDER BY o.at, o.ref) FROM
      (SELECT message_header AS ref, sent_at AS at FROM outbound_mail
       WHERE ticket_id = m.ticket_id AND recipient = m.recipient AND id < m.id AND state = 'sent'
       UNION ALL SELECT message_ref, received_at FROM inbound_mail
       WHERE ticket_id = m.ticket_id AND sender = m.recipient AND message_ref IS NOT NULL AND kind = 'human'
       ORDER BY at DESC LIMIT 20) o), '{}') AS earlier,
    (SELECT message_ref FROM inbound_mail
     WHERE ticket_id = m.ticket_id AND sender = m.recipient AND message_ref IS NOT NULL AND kind = 'human'
     ORDER BY received_at DESC LIMIT 1) AS answered,
    (SELECT json_build_object('id', b.id, 'address', b.address, 'sender', b.sender, 'signature', b.signature,
                              'history', b.history, 'proves', b.auth_host IS NOT NULL)
     FROM mailbox b WHERE b.id = mailbox_of(t.id)) AS mailbox
  FROM outbound_mail m
  JOIN event e ON e.id = m.event_id
  LEFT JOIN person p ON p.id = coalesce(m.person_id, (SELECT id FROM person WHERE email = m.recipient))
  LEFT JOIN person actor ON actor.id = e.actor_id
  LEFT JOIN ticket t ON t.id = m.ticket_id
  LEFT JOIN person c ON c.id = t.customer_id
  LEFT JOIN message msg ON msg.id = coalesce(m.message_id, t.first_message_id)
  LEFT JOIN person author ON author.id = msg.author_id
  WHERE m.id = $1`;

/** What a mail of the ledger leads to, as it is now; null when it is gone. */
export async function readMailRow(mailId: string): Promise<MailRow | null> {
  const found = (await sql.query<Omit<MailRow, 'brand' | 'staff_answers'>>(QUERY, [mailId])).rows[0];
  if (!found) return null;
  const { workspace_name, accent, staff_reply_by_mail } = await getSettings();
  return { ...found, brand: { name: workspace_name, accent }, staff_answers: staff_reply_by_mail };
}

/** `spare`: its reader has seen it in the portal, and is not mailed; `skip`: why it must not be sent. */
export type FoundFacts = { facts: MailFacts } | { skip: string } | { spare: string };

/** Notices that tell of what a customer wrote; an answer to a note would go to the wrong one. */
const ANSWERED_BY_STAFF: ReadonlySet<MailTemplate> = new Set<MailTemplate>(['assigned', 'customer_message']);

/** To whom it goes, and with what every mail begins. */
export function envelopeOf(row: MailRow) {
  // of whom nobody knows whether he wrote to us, nothing that was written is shown (control C35)
  const isUnproven = row.is_unproven && row.template === 'ticket_received';
  const audience: MailAudience =
    !row.person_role || isUnproven ? 'stranger' : row.person_role === 'customer' ? 'customer' : 'staff';
  const { history: _history, proves, ...facts } = row.mailbox ?? { id: null, history: null, proves: false };
  const mailbox = facts.id !== null && audience !== 'staff' ? facts : null;
  const mayAnswer = row.staff_answers && proves && ANSWERED_BY_STAFF.has(row.template);
  const staffReplies = mayAnswer && audience === 'staff' && facts.id !== null ? facts.address : null;
  return {
    id: row.id,
    recipient: { address: row.recipient, name: row.person_name },
    locale: LOCALES.includes(row.locale as Locale) ? (row.locale as Locale) : LOCALES[0],
    audience,
    brand: row.brand,
    ...{ earlier: row.earlier, answered: row.answered, mailbox, staffReplies },
  };
}

export const ticketOf = ({ number, subject, customer_name }: MailRow, id: string): TicketFacts => ({
  ...{ id, number, subject, customerName: customer_name },
});
