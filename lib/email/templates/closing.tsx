import type { ClosingMail } from '../mail-facts';
import type { MailTexts } from '../texts/mail-texts';
import { Paragraph } from './parts';
import { TicketFrame } from './ticket-frame';

/** We waited for an answer, and will not wait much longer. */
export function Closing({ mail, texts }: { mail: ClosingMail; texts: MailTexts }) {
  const body = texts.closing.body(mail.days);
  return (
    <TicketFrame mail={mail} texts={texts} heading={texts.closing.heading} preview={body}>
      {mail.recipient.name && <Paragraph>{texts.greeting(mail.recipient.name)}</Paragraph>}
      <Paragraph>{body}</Paragraph>
    </TicketFrame>
  );
}
