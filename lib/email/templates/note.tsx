import type { MessageMail } from '../mail-facts';
import type { MailTexts } from '../texts/mail-texts';
import { NoteWords } from './parts';
import { previewOf } from './preview-of';
import { TicketFrame } from './ticket-frame';

/** An internal note by a colleague: to the assignee, never to a customer. */
export function Note({ mail, texts }: { mail: MessageMail; texts: MailTexts }) {
  return (
    <TicketFrame
      mail={mail}
      texts={texts}
      heading={texts.note.heading(mail.message.author)}
      preview={previewOf(mail.message)}
    >
      <NoteWords message={mail.message} label={texts.note.label} />
    </TicketFrame>
  );
}
