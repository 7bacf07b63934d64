import type { ReactNode } from 'react';
import { markerFor } from '../../rules/mail-references';
import { ticketUrl } from '../links';
import type { TicketMail } from '../mail-facts';
import { replyTokenFor } from '../reply-token';
import type { MailTexts } from '../texts/mail-texts';
import { Files } from './files';
import { Layout } from './layout';
import { Action, Footer } from './parts';

interface Props {
  mail: TicketMail;
  texts: MailTexts;
  heading: string;
  preview: string;
  /** Why this person gets the mail, when it is not for what he is to the ticket. */
  why?: string;
  children: ReactNode;
}

/** What all mails about a ticket share: which ticket, the way to answer, and why this person gets the mail. */
export function TicketFrame({ mail, texts, heading, preview, why: given, children }: Props) {
  const { ticket, audience } = mail;
  const isStaff = audience === 'staff';
  const url = ticketUrl(ticket.number, audience);
  const why =
    given ?? { staff: texts.whyStaff, customer: texts.whyCustomer, stranger: texts.whyStranger }[audience];
  return (
    <Layout
      locale={mail.locale}
      heading={heading}
      preview={preview}
      ticket={{ number: ticket.number, subject: audience === 'stranger' ? null : ticket.subject }}
      footer={
        <Footer
          link={{ label: isStaff ? texts.openLine : mail.mailbox ? texts.answerMail : texts.answerLine, url }}
          lines={linesOf(mail, texts, why)}
        />
      }
    >
      {children}
      {'message' in mail && audience !== 'stranger' && (
        <Files files={mail.message.files} locale={mail.locale} texts={texts} />
      )}
      <Action label={isStaff ? texts.openTicket : texts.answerHere} url={url} />
    </Layout>
  );
}

/** What is at the foot: whether this mail can be answered, why it came, and a mark to know it by when it is quoted. */
function linesOf({ mailbox, staffReplies, ticket }: TicketMail, texts: MailTexts, why: string): string[] {
  const marker = markerFor(replyTokenFor(ticket.id));
  if (staffReplies) return [texts.answerAsStaff, why, marker];
  return mailbox ? [why, marker] : [texts.notRead, why];
}
