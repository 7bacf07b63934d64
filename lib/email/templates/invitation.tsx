import type { InvitationMail } from '../mail-facts';
import type { MailTexts } from '../texts/mail-texts';
import { Layout } from './layout';
import { Action, Footer, Paragraph } from './parts';

/** An account was made for somebody: he chooses his own password behind a link that works once. */
export function Invitation({ mail, texts }: { mail: InvitationMail; texts: MailTexts }) {
  const { invitation } = texts;
  return (
    <Layout
      locale={mail.locale}
      heading={invitation.heading}
      preview={invitation.body}
      footer={<Footer link={{ label: `${invitation.action}:`, url: mail.url }} lines={[invitation.ignore]} />}
    >
      {mail.recipient.name && <Paragraph>{texts.greeting(mail.recipient.name)}</Paragraph>}
      <Paragraph>
        {invitation.body} {invitation.expires(mail.days)}
      </Paragraph>
      <Action label={invitation.action} url={mail.url} />
    </Layout>
  );
}
