import type { MessageMail } from '../mail-facts';
import type { MailTexts } from '../texts/mail-texts';
import { History, Paragraph, Signature, StatusChip, Words } from './parts';
import { previewOf } from './preview-of';
import { TicketFrame } from './ticket-frame';

/** A public reply by staff: to the customer, and to the assignee when a colleague wrote it. */
export function Reply({ mail, texts }: { mail: MessageMail; texts: MailTexts }) {
  const { message, newStatus } = mail;
  const isStaff = mail.audience === 'staff';
  const heading = isStaff ? texts.reply.staffHeading(message.author) : texts.reply.heading(message.author);
  const said = newStatus && !isStaff ? texts.reply.status[newStatus] : undefined;
  return (
    <TicketFrame mail={mail} texts={texts} heading={heading} preview={previewOf(message)}>
      <Words message={message} by="staff" named={false} />
      {mail.more.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
        <Words key={at} message={one} by="staff" named={one.author !== message.author} />
      ))}
      <Signature mail={mail} />
      {newStatus && (
        <StatusChip
          status={newStatus}
          word={isStaff ? texts.staffStatus[newStatus] : texts.customerStatus[newStatus]}
        />
      )}
      {said && <Paragraph>{said}</Paragraph>}
      <History messages={mail.history} />
    </TicketFrame>
  );
}
