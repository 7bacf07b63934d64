import { env } from '../env';
import { canonicalAddress } from '../schemas/email-address';
import { automaticHeaders } from './automatic-headers';
import { headerText } from './header-text';
import type { MailFacts } from './mail-facts';
import { messageIdFor, referencesFor } from './message-id';
import { renderMail } from './render';
import { replyTokenFor, staffTokenFor } from './reply-token';
import { textsFor } from './texts/texts-for';
import type { OutgoingMail } from './transport';
import { withFiles } from './with-files';

/**
 * Makes a mail ready to leave. It offers the ticket's own address to answer to where the house has a mailbox; else none,
 * and the ticket's token stands in its header alone (docs/decisions/037-answers-by-mail.md).
 *
 * @throws Error when MAIL_FROM or the recipient is not one plain address.
 */
export async function composeMail(mail: MailFacts): Promise<OutgoingMail> {
  const from = canonicalAddress(mail.mailbox?.address ?? env().MAIL_FROM);
  const to = canonicalAddress(mail.recipient.address);
  if (!from) throw new Error('MAIL_FROM must be one plain address, without a name.');
  if (!to) throw new Error('The recipient is not one plain address.');
  const { attachments, mail: told } = await withFiles(mail);
  const { html, text } = await renderMail(told);
  const ticketId = 'ticket' in mail ? mail.ticket.id : null;
  const references = ticketId ? referencesFor(ticketId, mail.earlier) : [];
  return {
    messageId: messageIdFor(mail.id),
    inReplyTo: (ticketId && mail.answered) || (references.at(-1) ?? null),
    references,
    from: { name: senderName(mail), address: from },
    replyTo: replyAddress(mail, ticketId),
    to: { name: mail.audience === 'stranger' ? '' : headerText(mail.recipient.name ?? '', 100), address: to },
    subject: subjectOf(mail),
    html,
    text,
    attachments,
    headers: {
      ...automaticHeaders(mail.template, mail.id),
      ...(ticketId ? { 'X-Switchboard-Reply-Token': replyTokenFor(ticketId) } : {}),
    },
    withoutSender: mail.template === 'ticket_received',
  };
}

/** `support@x` as the address of one ticket, or of one notice to one of the team. */
function replyAddress({ id, mailbox, staffReplies }: MailFacts, ticketId: string | null): string | null {
  if (ticketId === null) return null;
  if (staffReplies) return staffReplies.replace('@', `+${staffTokenFor(id)}@`);
  return mailbox?.address.replace('@', `+${replyTokenFor(ticketId)}@`) ?? null;
}

/** "Ada Lovelace (Switchboard)" on what a person wrote, else the workspace's name alone. */
function senderName(mail: MailFacts): string {
  const company = headerText(mail.mailbox?.sender || mail.brand.name, 60);
  if (mail.template === 'chat') return authored(mail.messages.at(-1)!.author, company);
  if (mail.template !== 'reply' && mail.template !== 'copy' && mail.template !== 'note') return company;
  return authored(mail.message.author, company);
}

function authored(name: string, company: string): string {
  const author = headerText(name, 80);
  return author ? `${author} (${company})` : company;
}

/** A ticket's mails keep its subject, with the number at the end, so that mail programs keep them together. */
function subjectOf(mail: MailFacts): string {
  const texts = textsFor(mail.locale);
  const company = headerText(mail.brand.name, 60);
  if (mail.template === 'code') return texts.code.subject(company);
  if (mail.template === 'invitation') return texts.invitation.subject(company);
  if (mail.template === 'password_reset') return texts.passwordReset.subject(company);
  if (mail.template === 'email_changed') return texts.emailChanged.subject(company);
  if (mail.template === 'digest') return texts.digest.subject(mail.notices.length, company);
  if (mail.template === 'test') return texts.test.subject(company);
  const number = `[#${mail.ticket.number}]`;
  // a conversation's subject is what its visitor said first, and nobody has confirmed that he is who reads this
  if (mail.template === 'chat') return `${texts.chat.subject(company)} ${number}`;
  if (mail.audience === 'stranger') return `${texts.received.plain} ${number}`;
  return `${headerText(mail.ticket.subject, 250)} ${number}`.trim();
}
