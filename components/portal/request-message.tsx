'use client';
import { cx } from 'class-variance-authority';
import { useTranslations } from 'next-intl';
import { AttachmentGrid } from '@/components/attachments/attachment-grid';
import { listedFiles } from '@/components/html/listed-files';
import { MessageBody } from '@/components/html/message-body';
import { Avatar } from '@/components/ui/avatar';
import type { MessageDto } from '@/lib/schemas/message';
import { PortalTime } from './portal-time';

interface RequestMessageProps {
  message: MessageDto;
  meId: string;
}

/** A block over the whole width, since answers are often long; support's have the accent's rule at their start. */
export function RequestMessage({ message, meId }: RequestMessageProps) {
  const t = useTranslations('portal.request');
  const { author } = message;
  const mine = author.id === meId;
  const staff = author.role !== 'customer';
  const id = `message-${message.id}`;
  return (
    <li>
      <article
        aria-labelledby={id}
        className={cx(
          'border-s-2 py-5 ps-4 has-[h2:target]:bg-selected sm:ps-6',
          staff ? 'border-accent' : 'border-line',
        )}
      >
        <header className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <Avatar name={author.name} size={24} tone={staff ? 'accent' : 'plain'} />
          <h2 id={id} className="scroll-mt-24 text-ui font-[600] text-ink">
            <bdi>{mine ? t('you') : author.name}</bdi>
            {staff ? <span className="ms-2 text-small font-[450] text-ink-3">{t('staff')}</span> : null}
          </h2>
          <PortalTime value={message.created_at} className="ms-auto text-small text-ink-3" />
        </header>
        {message.removed ? (
          <p className="mt-2.5 text-lead text-ink-3 italic">{t('removed')}</p>
        ) : (
          <MessageBody message={message} className="mt-2.5 text-lead text-ink" />
        )}
        <AttachmentGrid files={listedFiles(message)} />
      </article>
    </li>
  );
}
