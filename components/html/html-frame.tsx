'use client';
import { cx } from 'class-variance-authority';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { countBlocked, foldQuotes, frameDocument, nameLinks } from './frame-document';

interface HtmlFrameProps {
  /** Clean HTML of the server. */
  html: string;
  /** The same as plain text. */
  text: string;
  author: string;
  /** Of the plain text. */
  className: string;
}

/**
 * What somebody wrote in HTML, in a frame of its own: no scripts, no forms, nothing from outside, on white paper also
 * in the dark, because mails are written for that. The frame is of our origin only so that its height can be measured;
 * together with scripts, which it never gets, that would undo the sandbox.
 */
export function HtmlFrame({ html, text, author, className }: HtmlFrameProps) {
  const t = useTranslations('attachments.html');
  const [plain, setPlain] = useState(false);
  const blocked = countBlocked(html);
  return (
    <div className="mt-2 flex flex-col items-start gap-1.5">
      {plain ? (
        <p dir="auto" className={cx('prose-plain w-full', className)}>
          {text}
        </p>
      ) : (
        <Paper html={html} title={t('frame', { name: author })} />
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button size="small" variant="quiet" onClick={() => setPlain(!plain)}>
          {t(plain ? 'formatted' : 'plain')}
        </Button>
        {blocked > 0 && !plain ? (
          <p className="text-small text-ink-2">{t('blocked', { count: blocked })}</p>
        ) : null}
      </div>
    </div>
  );
}

function Paper({ html, title }: { html: string; title: string }) {
  const t = useTranslations('attachments.html');
  const quote = t('quote');
  const frame = useRef<HTMLIFrameElement>(null);
  const document = useMemo(() => frameDocument(html), [html]);

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const sizes = new ResizeObserver(() => {
      const height = element.contentDocument?.documentElement.offsetHeight;
      if (height) element.style.height = `${height + 2}px`;
    });
    const prepare = () => {
      const inside = element.contentDocument;
      const said = inside?.getElementById('said');
      // what the server drew may be there before us, and the empty page before either
      if (!inside || !said || said.dataset.prepared) return;
      said.dataset.prepared = '';
      foldQuotes(inside, quote);
      nameLinks(inside);
      sizes.observe(said);
    };
    prepare();
    element.addEventListener('load', prepare);
    return () => {
      element.removeEventListener('load', prepare);
      sizes.disconnect();
    };
  }, [quote]);

  return (
    <iframe
      ref={frame}
      title={title}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      srcDoc={document}
      className="h-24 w-full rounded-control border border-line [background:white]"
    />
  );
}
