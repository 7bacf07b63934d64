import { Fragment, type ReactNode } from 'react';
import { Button, Link, Section, Text } from 'react-email';
import type { Status } from '../../schemas/values';
import type { MessageFacts, MessageMail } from '../mail-facts';
import { useBrand } from './brand';
import { CUSTOMER_RULE, chipColours, look } from './look';
import { atStart, useStart } from './start';
import { withStyles } from './with-styles';

/** A paragraph of ours. */
export function Paragraph({ children }: { children: ReactNode }) {
  return (
    <Text className="m-ink" style={look.text}>
      {children}
    </Text>
  );
}

export function Meta({ children }: { children: ReactNode }) {
  return (
    <Text className="m-ink-2" style={look.meta}>
      {children}
    </Text>
  );
}

/**
 * A person's text with its lines kept; React escapes it, so it is never markup. Breaks are elements because Outlook
 * does not know `pre-wrap`.
 */
function Lines({ text }: { text: string }) {
  return (
    <div dir="auto" className="m-ink words" style={{ ...look.body15, whiteSpace: 'pre-wrap' }}>
      {text.split(/\r\n|\r|\n/).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
        <Fragment key={index}>
          {index > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </div>
  );
}

/** Formatted words: what `renderMarkdown` made, with our styles on its elements, since mail programs drop style sheets. */
function Formatted({ html }: { html: string }) {
  const { light } = useBrand();
  const start = useStart();
  return (
    <div
      dir="auto"
      className="m-ink"
      style={look.body15}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by us from Markdown, in which tags are text
      dangerouslySetInnerHTML={{ __html: withStyles(html, light.accent, start) }}
    />
  );
}

const Body = ({ message: { body, html } }: { message: MessageFacts }) =>
  html === null ? <Lines text={body} /> : <Formatted html={html} />;

interface WordsProps {
  message: MessageFacts;
  by: 'staff' | 'customer';
  /** False where the heading has named the author. */
  named?: boolean;
}
/** Somebody's words, with a rule that tells ours from the customer's. */
export function Words({ message, by, named = true }: WordsProps) {
  const { light } = useBrand();
  const colour = by === 'staff' ? light.accent : CUSTOMER_RULE;
  return (
    <Section
      className={`m-${by}`}
      style={{ ...look.words, ...atStart(useStart(), '16px', `2px solid ${colour}`) }}
    >
      {named && (
        <Text className="m-ink-2" style={look.author}>
          <bdi>{message.author}</bdi>
        </Text>
      )}
      <Body message={message} />
    </Section>
  );
}

/** What the house writes under everything that staff send from this address. */
export function Signature({ mail }: { mail: MessageMail }) {
  const words = mail.audience === 'staff' ? '' : (mail.mailbox?.signature ?? '').trim();
  return words === '' ? null : <Lines text={words} />;
}

/** What was said before, the newest first. */
export function History({ messages }: { messages: MessageMail['history'] }) {
  const start = useStart();
  return messages.map((message, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
    <Fragment key={at}>
      <Meta>
        <bdi>{message.author}</bdi>:
      </Meta>
      <blockquote style={{ ...look.words, margin: 0, ...atStart(start, '12px', '2px solid #c9ccd1') }}>
        <Lines text={message.body} />
      </blockquote>
    </Fragment>
  ));
}

/** An internal note: tinted and named, so that nobody takes it for an answer. */
export function NoteWords({ message, label }: { message: MessageFacts; label: string }) {
  return (
    <Section className="m-note" style={{ ...look.note, ...atStart(useStart(), '16px', '2px solid #e3c566') }}>
      <Text className="m-note-label" style={look.noteLabel}>
        {label} · <bdi>{message.author}</bdi>
      </Text>
      <Body message={message} />
    </Section>
  );
}

/** A state in its colours; the word carries it, the tint helps. */
export function StatusChip({ status, word }: { status: Status; word: string }) {
  return (
    <Text style={{ margin: '0 0 12px' }}>
      <span style={{ ...look.chip, ...chipColours[status] }}>{word}</span>
    </Text>
  );
}

/** The one thing to do. The text part names the address itself, so the button is left out there. */
export function Action({ label, url }: { label: string; url: string }) {
  const { light } = useBrand();
  return (
    <Section className="plain-skip" style={{ paddingTop: '8px' }}>
      <Button
        href={url}
        className="m-button"
        style={{ ...look.button, backgroundColor: light.accent, color: light['on-accent'] }}
      >
        {label}
      </Button>
    </Section>
  );
}

interface FooterProps {
  /** Where to go, in words and as an address that can be copied. */
  link?: { label: string; url: string };
  lines: readonly string[];
}
export function Footer({ link, lines }: FooterProps) {
  const { light } = useBrand();
  return (
    <>
      {link && (
        <Text className="m-ink-3" style={look.footerText}>
          {link.label}{' '}
          <Link dir="ltr" href={link.url} className="m-link" style={{ ...look.link, color: light.accent }}>
            {link.url}
          </Link>
        </Text>
      )}
      {lines.map((line) => (
        <Text key={line} className="m-ink-3" style={look.footerText}>
          {line}
        </Text>
      ))}
    </>
  );
}
