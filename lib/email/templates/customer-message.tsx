import type { MessageMail } from '../mail-facts';
import type { MailTexts } from '../texts/mail-texts';
import { StatusChip, Words } from './parts';
import { previewOf } from './preview-of';
import { TicketFrame } from './ticket-frame';

/** The customer wrote: to the assignee. */
export function CustomerMessage({ mail, texts }: { mail: MessageMail; texts: MailTexts }) {
  const { message, newStatus } = mail;
  return (
    <TicketFrame
      mail={mail}
      texts={texts}
      heading={texts.customerMessage.heading(message.author)}
      preview={previewOf(message)}
    >
      <Words message={message} by="customer" named={false} />
      {newStatus && <StatusChip status={newStatus} word={texts.staffStatus[newStatus]} />}
    </TicketFrame>
  );
}
