import { isIP } from 'node:net';
import { sixDigits, tokenFor } from '../auth/secrets';
import { isRead } from '../db/sql/message-rows';
import { sql } from '../db/transaction';
import type {
  Brand,
  MailAudience,
  MailboxFacts,
  MailFacts,
  MailFile,
  MessageFacts,
  MessageMail,
  TicketFacts,
} from '../email/mail-facts';
import { env } from '../env';
import type { MailTemplate } from '../rules/notifications';
import { isStaff } from '../rules/permissions';
import { LOCALES, type Locale, type MailHistory, type Role, type Status } from '../schemas/values';
import { RATING_LINK } from './find-rating-link';
import { getSettings } from './get-settings';
import { unreadOfMail } from './list-notices';
import { loadActor } from './load-actor';
import { unreadOfChat } from './unread-of-chat';

/** All that the templates need, in one row. Ids in the ledger lead to it; nothing of it is stored with the mail. */
interface Row {
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

/** `spare`: its reader has seen it in the portal, and is not mailed; `skip`: why it must not be sent. */
type Found = { facts: MailFacts } | { skip: string } | { spare: string };

/** Gathers what one mail of the ledger says, as of now; or the plain reason why it must not be sent any more. */
export async function getMailFacts(mailId: string): Promise<Found> {
  const found = (await sql.query<Omit<Row, 'brand' | 'staff_answers'>>(QUERY, [mailId])).rows[0];
  if (!found) return { skip: 'It is gone.' };
  const { workspace_name, accent, staff_reply_by_mail } = await getSettings();
  const brand = { name: workspace_name, accent };
  const row: Row = { ...found, brand, staff_answers: staff_reply_by_mail };
  if (row.template === 'code') return codeFacts(row);
  if (row.is_disabled) return { skip: 'The person was deactivated before it was sent.' };
  if (row.template === 'invitation' || row.template === 'password_reset') return linkFacts(row, row.template);
  if (row.template === 'email_changed') return { facts: { ...envelopeOf(row), template: row.template } };
  if (row.template === 'test') return { facts: { ...envelopeOf(row), template: row.template } };
  if (row.template === 'digest') return digestFacts(row);
  if (row.template === 'rating') return ratingFacts(row);
  if (row.template === 'chat') return chatFacts(row);
  if (row.template !== 'reply' || row.person_role !== 'customer')
    return ticketFacts(row, await historyOf(row));
  const { more, isRead } = await burstOf(row);
  if (isRead) return { spare: 'It was read in the portal before it was sent.' };
  return ticketFacts(row, await historyOf(row), more);
}

/** The answers that its mail tells beside its own, and whether he has read all of them while they waited. */
async function burstOf(row: Row): Promise<{ more: MessageFacts[]; isRead: boolean }> {
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
async function historyOf(row: Row): Promise<MessageMail['history']> {
  const most =
    row.template === 'reply' && row.person_role === 'customer' ? QUOTED[row.mailbox?.history ?? 'none'] : 0;
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

/** What the team said up to its message, as far as it is unread still and no mail has told it. */
async function chatFacts(row: Row): Promise<{ facts: MailFacts } | { skip: string }> {
  const found = await unreadOfChat(row.id);
  if (!found || !row.ticket_id || row.is_spam) return { skip: 'It was read before it was sent.' };
  const ticket = {
    ...{ id: row.ticket_id, number: row.number, subject: row.subject },
    customerName: row.customer_name,
  };
  // nobody has said that this address is the visitor's: it is shown no word of his
  const envelope = { ...envelopeOf(row), audience: 'stranger' } as const;
  return { facts: { ...envelope, template: 'chat', ticket, ...found } };
}

/** What is still unread of it, and still his to see. */
async function digestFacts(row: Row): Promise<{ facts: MailFacts } | { skip: string }> {
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
async function ratingFacts(row: Row): Promise<{ facts: MailFacts } | { skip: string }> {
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
  const ticket = {
    ...{ id: row.ticket_id, number: row.number, subject: row.subject },
    customerName: row.customer_name,
  };
  const token = tokenFor(RATING_LINK, rating.id, rating.nonce);
  return { facts: { ...envelopeOf(row), template: 'rating', ticket, token } };
}

/** Notices that tell of what a customer wrote; an answer to a note would go to the wrong one. */
const ANSWERED_BY_STAFF: ReadonlySet<MailTemplate> = new Set<MailTemplate>(['assigned', 'customer_message']);

function envelopeOf(row: Row) {
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

function ticketFacts(
  row: Row,
  history: MessageMail['history'],
  more: MessageFacts[] = [],
): { facts: MailFacts } | { skip: string } {
  if (!row.ticket_id || row.body === null) return { skip: 'Its ticket or message is gone.' };
  if (row.is_spam) return { skip: 'The ticket was marked as spam before it was sent.' };
  const envelope = envelopeOf(row);
  if (row.template === 'ticket_received' && !row.is_own) envelope.audience = 'stranger';
  // a note leaves for staff alone, whatever stands in the ledger; nor is somebody else's ticket mailed to a customer
  const isCopy = row.template === 'copy' && !row.is_internal;
  // whoever is in copy was chosen by the author, and reads this one message
  if (isCopy && envelope.audience === 'stranger') envelope.audience = 'customer';
  const mayRead = envelope.audience === 'staff' || isCopy || (row.is_own && !row.is_internal);
  if (!mayRead && row.template !== 'ticket_received') return { skip: 'The person may not read it any more.' };
  const ticket: TicketFacts = {
    id: row.ticket_id,
    number: row.number,
    subject: row.subject,
    customerName: row.customer_name,
  };
  const message: MessageFacts = {
    ...{ author: row.author ?? '', body: row.body, html: row.html },
    files: [...(row.files ?? []), ...more.flatMap(({ files }) => files)],
  };
  switch (row.template) {
    case 'ticket_received':
      return { facts: { ...envelope, template: row.template, ticket, message } };
    case 'status':
      return {
        facts: {
          ...envelope,
          template: row.template,
          ticket,
          actor: row.actor_name,
          newStatus: row.event_to as Status,
        },
      };
    case 'closing':
      if (row.status !== 'WAITING_ON_CUSTOMER') return { skip: 'It was answered before it was sent.' };
      return { facts: { ...envelope, template: row.template, ticket, days: row.days ?? 1 } };
    case 'assigned':
      return {
        facts: {
          ...envelope,
          template: row.template,
          ticket,
          actor: row.actor_name,
          reason: row.reason,
          message,
        },
      };
    case 'copy':
      return {
        facts: { ...envelope, template: row.template, ticket, message, more, newStatus: null, history },
      };
    case 'reply':
    case 'customer_message':
    case 'note':
      return {
        facts: {
          ...envelope,
          template: row.template,
          ticket,
          message,
          more,
          newStatus: row.new_status,
          history,
        },
      };
    default:
      return { skip: `There is no mail "${row.template}".` };
  }
}

interface Secret {
  id: string;
  nonce: string;
  seconds: number;
  is_over: boolean;
}
const seconds = `extract(epoch FROM expires_at - created_at)::float8 AS seconds`;

/**
 * Browser and address of who asked, as far as they are what they seem: a header behind a badly set-up proxy must not
 * become a text in somebody else's mail (control C35).
 */
function placeOf(requestedBy: string): string | null {
  const parts = requestedBy
    .split(' · ')
    .filter((part) => isIP(part) || (part !== 'unknown' && /^[a-z]+( internet)?(, [a-z]+)?$/i.test(part)));
  return parts.join(' · ') || null;
}

async function codeFacts(row: Row): Promise<{ facts: MailFacts } | { skip: string }> {
  const { rows } = await sql.query<Secret & { requested_by: string }>(
    `SELECT id, nonce, requested_by, ${seconds},
       expires_at <= now() OR used_at IS NOT NULL OR voided_at IS NOT NULL AS is_over
     FROM email_code WHERE id = $1 AND email = $2`,
    [row.secret_id, row.recipient],
  );
  const code = rows[0];
  if (!code || code.is_over) return { skip: 'The code had expired, or a newer one replaced it.' };
  return {
    facts: {
      ...envelopeOf(row),
      template: 'code',
      digits: sixDigits(code.id, code.nonce),
      minutes: Math.round(code.seconds / 60),
      requestedFrom: placeOf(code.requested_by),
    },
  };
}

/** Links to a page where a password is chosen. A reset may have been asked for an address that nobody has. */
async function linkFacts(
  row: Row,
  template: 'invitation' | 'password_reset',
): Promise<{ facts: MailFacts } | { skip: string }> {
  const purpose = template === 'invitation' ? 'invitation' : 'reset';
  const { rows } = await sql.query<Secret & { is_bound: boolean }>(
    `SELECT id, nonce, ${seconds}, expires_at <= now() OR used_at IS NOT NULL AS is_over,
       person_id IS NOT NULL AS is_bound
     FROM verification_token WHERE id = $1 AND purpose = $2`,
    [row.secret_id, purpose],
  );
  const token = rows[0];
  if (token && !token.is_bound) return { skip: 'Nobody has this address, so there is nothing to send.' };
  if (!token || token.is_over) return { skip: 'The link had expired, was used, or a newer one replaced it.' };
  // behind the #, so that it reaches no server's log
  const fragment = tokenFor(purpose, token.id, token.nonce);
  const { APP_URL } = env();
  const link =
    template === 'invitation'
      ? {
          template,
          url: `${APP_URL}/invitation#${fragment}`,
          days: Math.max(1, Math.round(token.seconds / 86_400)),
        }
      : {
          template,
          url: `${APP_URL}/reset-password#${fragment}`,
          hours: Math.max(1, Math.round(token.seconds / 3_600)),
        };
  return { facts: { ...envelopeOf(row), ...link } };
}
