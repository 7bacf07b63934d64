import { Section, Text } from 'react-email';
import type { CodeMail } from '../mail-facts';
import type { MailTexts } from '../texts/mail-texts';
import { Layout } from './layout';
import { look } from './look';
import { Footer, Meta, Paragraph } from './parts';

/** The six digits. They stand alone on their line, so that people and programs find them. */
export function Code({ mail, texts }: { mail: CodeMail; texts: MailTexts }) {
  const { code } = texts;
  const { address } = mail.recipient;
  return (
    <Layout
      locale={mail.locale}
      heading={code.heading}
      preview={code.body(mail.minutes)}
      footer={<Footer lines={[code.ignore]} />}
    >
      <Paragraph>{code.body(mail.minutes)}</Paragraph>
      <Section>
        <Text className="m-code" style={look.code}>
          {mail.digits}
        </Text>
      </Section>
      <Meta>
        {mail.requestedFrom ? code.requestedFrom(mail.requestedFrom, address) : code.requestedFor(address)}
      </Meta>
    </Layout>
  );
}
