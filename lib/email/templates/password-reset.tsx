import type { PasswordResetMail } from '../mail-facts';
import type { MailTexts } from '../texts/mail-texts';
import { Layout } from './layout';
import { Action, Footer, Paragraph } from './parts';

/** A new password was asked for, by its owner or an admin: a link that works once. */
export function PasswordReset({ mail, texts }: { mail: PasswordResetMail; texts: MailTexts }) {
  const { passwordReset } = texts;
  return (
    <Layout
      locale={mail.locale}
      heading={passwordReset.heading}
      preview={passwordReset.body}
      footer={
        <Footer link={{ label: `${passwordReset.action}:`, url: mail.url }} lines={[passwordReset.ignore]} />
      }
    >
      {mail.recipient.name && <Paragraph>{texts.greeting(mail.recipient.name)}</Paragraph>}
      <Paragraph>
        {passwordReset.body} {passwordReset.expires(mail.hours)}
      </Paragraph>
      <Action label={passwordReset.action} url={mail.url} />
    </Layout>
  );
}
