import { headerText } from '../header-text';
import type { MessageMail } from '../mail-facts';
import type { MailTexts } from '../texts/mail-texts';
import { StatusChip, Words } from './parts';
import { TicketFrame } from './ticket-frame';

/** The customer wrote: to the assignee. */
export function CustomerMessage({ mail, texts }: { mail: MessageMail; texts: MailTexts }) {
  const { message, newStatus } = mail;
  return (
    <TicketFrame
      mail={mail}
      texts={texts}
      heading={texts.customerMessage.heading(message.author)}
      preview={headerText(message.body, 140)}
    >
      <Words message={message} by="customer" named={false} />
      {newStatus && <StatusChip status={newStatus} word={texts.staffStatus[newStatus]} />}
    </TicketFrame>
  );
}
