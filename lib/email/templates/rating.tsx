import { Link, Section } from 'react-email';
import { SCORES } from '../../schemas/values';
import { ratingUrl } from '../links';
import type { RatingMail } from '../mail-facts';
import type { MailTexts } from '../texts/mail-texts';
import { Layout } from './layout';
import { look } from './look';
import { Footer, Paragraph } from './parts';

/** How was the help? Five links, the best first; each opens a page that needs no signing in. */
export function Rating({ mail, texts }: { mail: RatingMail; texts: MailTexts }) {
  const { rating } = texts;
  return (
    <Layout
      locale={mail.locale}
      heading={rating.heading}
      preview={rating.body}
      ticket={{ number: mail.ticket.number, subject: mail.ticket.subject }}
      footer={<Footer lines={[rating.again, ...(mail.mailbox ? [] : [texts.notRead]), texts.whyCustomer]} />}
    >
      {mail.recipient.name && <Paragraph>{texts.greeting(mail.recipient.name)}</Paragraph>}
      <Paragraph>{rating.body}</Paragraph>
      {SCORES.toReversed().map((score) => (
        <Section key={score} style={{ paddingTop: '8px' }}>
          <Link href={ratingUrl(mail.token, score)} className="m-choice" style={look.choice}>
            {rating.score[score]}
          </Link>
        </Section>
      ))}
    </Layout>
  );
}
