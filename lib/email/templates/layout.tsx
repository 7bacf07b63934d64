import type { ReactNode } from 'react';
import { Body, Container, Head, Heading, Html, Preview, Section, Text } from 'react-email';
import { directionOf } from '../../rules/locales';
import type { Locale } from '../../schemas/values';
import { useBrand } from './brand';
import { look, mono, responsive } from './look';
import { atStart, useStart } from './start';

interface LayoutProps {
  locale: Locale;
  /** What a list of mails shows beside the subject. */
  preview: string;
  heading: string;
  ticket?: { number: number; subject: string | null };
  children: ReactNode;
  footer: ReactNode;
}

/** One sheet of paper: whose ticket, what happened, the words, one thing to do. No pictures, nothing from outside. */
export function Layout({ locale, preview, heading, ticket, children, footer }: LayoutProps) {
  const brand = useBrand();
  const { light } = brand;
  const direction = directionOf(locale);
  return (
    <Html lang={locale} dir={direction}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{responsive(brand.dark)}</style>
      </Head>
      <Body className="m-body" style={look.body}>
        <Preview>{preview}</Preview>
        <Container dir={direction} style={look.frame}>
          <Section className="m-brand plain-skip" style={{ padding: '0 1px' }}>
            <table role="presentation" cellPadding={0} cellSpacing={0} border={0}>
              <tbody>
                <tr>
                  <td
                    className="m-mark"
                    style={{ ...look.brandMark, backgroundColor: light.accent, color: light['on-accent'] }}
                  >
                    {initialOf(brand.name)}
                  </td>
                  <td className="m-ink" style={{ ...look.brandName, ...atStart(useStart(), '8px') }}>
                    <bdi>{brand.name}</bdi>
                  </td>
                </tr>
              </tbody>
            </table>
          </Section>
          <Section className="m-sheet" style={{ ...look.sheet, borderTop: `2px solid ${light.accent}` }}>
            {ticket && (
              <Text className="m-ink-3" style={look.ticketLine}>
                <span style={{ fontFamily: mono }}>#{ticket.number}</span>
                {ticket.subject !== null && (
                  <>
                    {' · '}
                    <bdi>{ticket.subject}</bdi>
                  </>
                )}
              </Text>
            )}
            <Heading as="h1" className="m-ink" style={look.heading}>
              {heading}
            </Heading>
            {children}
          </Section>
          <Section className="m-footer" style={look.footer}>
            {footer}
          </Section>
        </Container>
      </Body>
    </Html>
  );
}

/** The first letter or digit, as the mark of whoever has no picture. */
const initialOf = (name: string): string => (/[\p{L}\p{N}]/u.exec(name)?.[0] ?? 'S').toLocaleUpperCase('en');
