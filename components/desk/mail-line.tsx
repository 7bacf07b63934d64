'use client';
import { ShieldAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useOriginalMail } from '@/components/data/use-original-mail';
import { Skeleton } from '@/components/ui/skeleton';

interface MailLineProps {
  messageId: string;
  isForged: boolean;
}

/** Of a message that came by mail: a warning where its sender is not who it says, and all of it, one click away. */
export function MailLine({ messageId, isForged }: MailLineProps) {
  const t = useTranslations('desk.mail');
  const id = useId();
  const [open, setOpen] = useState(false);
  const { data, isError } = useOriginalMail(messageId, open);
  return (
    <>
      {isForged ? (
        <p className="mt-3 flex items-start gap-2 rounded-control bg-danger-bg px-3 py-2 text-small text-danger">
          <ShieldAlert aria-hidden className="mt-px size-4 shrink-0" />
          {t('forged')}
        </p>
      ) : null}
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className="mt-2 rounded-control text-micro text-ink-3 hover:text-ink hover:underline coarse:h-control"
      >
        {t(open ? 'hide' : 'original')}
      </button>
      <div id={id} hidden={!open}>
        {data ? (
          <p
            dir="auto"
            className="prose-plain mt-1.5 border-s-2 border-line-strong ps-3 text-small text-ink-2"
          >
            {data.text}
          </p>
        ) : isError ? (
          <p className="mt-1.5 text-small text-danger">{t('failed')}</p>
        ) : open ? (
          <Skeleton className="mt-1.5 h-16" />
        ) : null}
      </div>
    </>
  );
}
