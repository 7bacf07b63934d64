import type { StatusMail } from '../mail-facts';
import type { MailTexts } from '../texts/mail-texts';
import { Paragraph, StatusChip } from './parts';
import { TicketFrame } from './ticket-frame';

/** A status set by hand without a reply. */
export function StatusChanged({ mail, texts }: { mail: StatusMail; texts: MailTexts }) {
  const { newStatus } = mail;
  const isStaff = mail.audience === 'staff';
  const word = isStaff ? texts.staffStatus[newStatus] : texts.customerStatus[newStatus];
  const body = isStaff ? texts.status.staffBody(word) : texts.status.bodies[newStatus];
  const heading = isStaff ? texts.status.staffHeading(mail.actor) : texts.status.headings[newStatus];
  return (
    <TicketFrame mail={mail} texts={texts} heading={heading} preview={body}>
      {!isStaff && mail.recipient.name && <Paragraph>{texts.greeting(mail.recipient.name)}</Paragraph>}
      <StatusChip status={newStatus} word={word} />
      <Paragraph>{body}</Paragraph>
    </TicketFrame>
  );
}
