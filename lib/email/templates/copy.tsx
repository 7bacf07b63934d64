import { markerFor } from '../../rules/mail-references';
import type { MessageMail } from '../mail-facts';
import { replyTokenFor } from '../reply-token';
import type { MailTexts } from '../texts/mail-texts';
import { Files } from './files';
import { Layout } from './layout';
import { Footer, Signature, Words } from './parts';
import { previewOf } from './preview-of';
import { TicketFrame } from './ticket-frame';

/**
 * A public reply, to somebody in copy. Who is not of the house gets no link: the page is the customer's, and shows a
 * stranger nothing.
 */
export function Copy({ mail, texts }: { mail: MessageMail; texts: MailTexts }) {
  const { message, ticket } = mail;
  const heading = texts.copy.heading(message.author);
  const preview = previewOf(message);
  const words = <Words message={message} by="staff" named={false} />;
  if (mail.audience === 'staff') {
    return (
      <TicketFrame mail={mail} texts={texts} heading={heading} preview={preview} why={texts.copy.why}>
        {words}
      </TicketFrame>
    );
  }
  return (
    <Layout
      locale={mail.locale}
      heading={heading}
      preview={preview}
      ticket={{ number: ticket.number, subject: ticket.subject }}
      footer={
        <Footer
          lines={
            mail.mailbox
              ? [texts.copy.answerMail, texts.copy.why, markerFor(replyTokenFor(ticket.id))]
              : [texts.copy.notRead, texts.copy.why]
          }
        />
      }
    >
      {words}
      <Signature mail={mail} />
      <Files files={message.files} locale={mail.locale} texts={texts} hasPage={false} />
    </Layout>
  );
}
