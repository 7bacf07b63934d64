import { Link, Section, Text } from 'react-email';
import { mailboxesUrl, ticketUrl } from '../links';
import type { DigestMail } from '../mail-facts';
import type { MailTexts } from '../texts/mail-texts';
import { useBrand } from './brand';
import { Layout } from './layout';
import { look } from './look';
import { Footer, Paragraph } from './parts';

/** What a colleague has not read in the bell, in a few lines each. */
export function Digest({ mail, texts }: { mail: DigestMail; texts: MailTexts }) {
  const { digest } = texts;
  const heading = digest.heading(mail.notices.length);
  return (
    <Layout
      locale={mail.locale}
      heading={heading}
      preview={mail.notices.map((notice) => digest.line[notice.kind](notice.actor)).join(' · ')}
      footer={<Footer link={{ label: digest.choose, url: mail.settingsUrl }} lines={[digest.why]} />}
    >
      {mail.recipient.name && <Paragraph>{texts.greeting(mail.recipient.name)}</Paragraph>}
      {mail.notices.map((notice) => (
        <Entry key={notice.id} notice={notice} line={digest.line[notice.kind](notice.actor)} />
      ))}
    </Layout>
  );
}

function Entry({ notice, line }: { notice: DigestMail['notices'][number]; line: string }) {
  const { light } = useBrand();
  return (
    <Section style={{ paddingBottom: '8px' }}>
      <Text className="m-ink" style={{ ...look.text, margin: 0, fontWeight: 600 }}>
        {line}
      </Text>
      <Text style={{ ...look.meta, margin: 0 }}>
        <Link
          href={notice.ticket ? ticketUrl(notice.ticket.number, 'staff') : mailboxesUrl()}
          className="m-link"
          style={{ ...look.link, color: light.accent }}
        >
          {notice.ticket && `#${notice.ticket.number} · `}
          <bdi>{notice.ticket ? notice.ticket.subject : notice.mailbox}</bdi>
        </Link>
      </Text>
      {notice.text && (
        <Text dir="auto" className="m-ink-2" style={look.meta}>
          {notice.text}
        </Text>
      )}
    </Section>
  );
}
