'use client';
import { cx } from 'class-variance-authority';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { foldTail } from '@/lib/rules/fold-tail';
import { mentionPieces } from '@/lib/rules/mention-at';
import { textPieces } from '@/lib/rules/text-pieces';

interface PlainBodyProps {
  body: string;
  /** Of colleagues whom it mentions. */
  names: readonly string[];
  /** By his mail program, as customers' mails are. */
  mayBeSigned: boolean;
  className: string;
}

/** A text as it was typed: addresses can be followed, and what it quotes or is signed with at its end is folded away. */
export function PlainBody({ body, names, mayBeSigned, className }: PlainBodyProps) {
  const t = useTranslations('attachments.html');
  const id = useId();
  const [open, setOpen] = useState(false);
  const { said, folded } = foldTail(body, mayBeSigned);
  return (
    <>
      <Lines text={said} names={names} className={className} />
      {folded === null ? null : (
        <>
          <button
            type="button"
            aria-expanded={open}
            aria-controls={id}
            aria-label={t('quote')}
            title={t('quote')}
            onClick={() => setOpen(!open)}
            className="mt-1.5 inline-flex h-6 items-center rounded-full bg-sunken px-2.5 text-small text-ink-2 hover:text-ink coarse:h-control"
          >
            ···
          </button>
          <div id={id} hidden={!open} className="mt-1.5 border-s-2 border-line-strong ps-3">
            {open ? <Lines text={folded} names={names} className={cx(className, 'text-ink-2!')} /> : null}
          </div>
        </>
      )}
    </>
  );
}

interface LinesProps {
  text: string;
  names: readonly string[];
  className: string;
}

function Lines({ text, names, className }: LinesProps) {
  return (
    <p dir="auto" className={cx('prose-plain', className)}>
      {textPieces(text).map(({ text: words, href }, index) =>
        href ? (
          <a
            // biome-ignore lint/suspicious/noArrayIndexKey: a text that was written never changes
            key={index}
            href={href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="text-accent underline"
          >
            {words}
          </a>
        ) : (
          mentionPieces(words, names).map((piece) =>
            piece.isMention ? (
              <strong key={piece.text} className="mention">
                {piece.text}
              </strong>
            ) : (
              piece.text
            ),
          )
        ),
      )}
    </p>
  );
}
