import type { AssignedMail } from '../mail-facts';
import type { MailTexts } from '../texts/mail-texts';
import { Meta, Paragraph, Words } from './parts';
import { previewOf } from './preview-of';
import { TicketFrame } from './ticket-frame';

/** A ticket was given to somebody, by routing or by a colleague. */
export function Assigned({ mail, texts }: { mail: AssignedMail; texts: MailTexts }) {
  const { assigned } = texts;
  return (
    <TicketFrame mail={mail} texts={texts} heading={assigned.heading} preview={previewOf(mail.message)}>
      <Paragraph>{mail.actor ? assigned.by(mail.actor) : assigned.byRouting}</Paragraph>
      {mail.reason && (
        <Meta>
          {assigned.why} {mail.reason}
        </Meta>
      )}
      <Words message={mail.message} by="customer" />
    </TicketFrame>
  );
}
