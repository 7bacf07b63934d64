import type { ReceivedMail } from '../mail-facts';
import type { MailTexts } from '../texts/mail-texts';
import { Paragraph, Words } from './parts';
import { TicketFrame } from './ticket-frame';

/** "We got it". An address that nobody here has is shown nothing that somebody typed (control C35). */
export function TicketReceived({ mail, texts }: { mail: ReceivedMail; texts: MailTexts }) {
  const isKnown = mail.audience !== 'stranger';
  return (
    <TicketFrame mail={mail} texts={texts} heading={texts.received.heading} preview={texts.received.body}>
      {isKnown && mail.recipient.name && <Paragraph>{texts.greeting(mail.recipient.name)}</Paragraph>}
      <Paragraph>{texts.received.body}</Paragraph>
      {isKnown && <Words message={mail.message} by="customer" named={false} />}
    </TicketFrame>
  );
}
