import type { TestMail } from '../mail-facts';
import type { MailTexts } from '../texts/mail-texts';
import { Layout } from './layout';
import { Footer, Paragraph } from './parts';

/** What an admin sends to himself to see that mail arrives. */
export function Test({ mail, texts }: { mail: TestMail; texts: MailTexts }) {
  const { test } = texts;
  return (
    <Layout
      locale={mail.locale}
      heading={test.heading}
      preview={test.body}
      footer={<Footer lines={[test.ignore]} />}
    >
      {mail.recipient.name && <Paragraph>{texts.greeting(mail.recipient.name)}</Paragraph>}
      <Paragraph>{test.body}</Paragraph>
    </Layout>
  );
}
