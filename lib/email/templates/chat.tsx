import { Fragment } from 'react';
import { markerFor } from '../../rules/mail-references';
import type { ChatMail } from '../mail-facts';
import { replyTokenFor } from '../reply-token';
import type { MailTexts } from '../texts/mail-texts';
import { Files } from './files';
import { Layout } from './layout';
import { Action, Footer, Words } from './parts';
import { previewOf } from './preview-of';

/** What the team said in a chat while nobody read it. The way back is the chat itself, on any device. */
export function Chat({ mail, texts }: { mail: ChatMail; texts: MailTexts }) {
  const { chat } = texts;
  const marker = mail.mailbox ? [markerFor(replyTokenFor(mail.ticket.id))] : [];
  return (
    <Layout
      locale={mail.locale}
      heading={chat.heading(mail.brand.name)}
      preview={previewOf(mail.messages[0]!)}
      ticket={{ number: mail.ticket.number, subject: null }}
      footer={
        <Footer
          {...(mail.url
            ? { link: { label: mail.mailbox ? chat.answerMail : chat.answerPage, url: mail.url } }
            : {})}
          lines={[chat.why, ...marker]}
        />
      }
    >
      {mail.messages.map((message, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
        <Fragment key={at}>
          <Words message={message} by="staff" />
          <Files files={message.files} locale={mail.locale} texts={texts} />
        </Fragment>
      ))}
      {mail.url && <Action label={chat.action} url={mail.url} />}
    </Layout>
  );
}
