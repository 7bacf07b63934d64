import type { EmailChangedMail } from '../mail-facts';
import type { MailTexts } from '../texts/mail-texts';
import { Layout } from './layout';
import { Footer, Paragraph } from './parts';

/** The old address is told that it is one no more; the new one is not named, since this mailbox may be lost. */
export function EmailChanged({ mail, texts }: { mail: EmailChangedMail; texts: MailTexts }) {
  const { emailChanged } = texts;
  return (
    <Layout
      locale={mail.locale}
      heading={emailChanged.heading}
      preview={emailChanged.body}
      footer={<Footer lines={[emailChanged.notYou]} />}
    >
      {mail.recipient.name && <Paragraph>{texts.greeting(mail.recipient.name)}</Paragraph>}
      <Paragraph>{emailChanged.body}</Paragraph>
    </Layout>
  );
}
