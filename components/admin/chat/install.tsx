'use client';
import { CircleCheck, CircleDashed } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { RelativeTime } from '@/components/ui/relative-time';
import type { WebsiteDto } from '@/lib/schemas/website';
import { FormSection } from '../form-section';
import { Code } from './code';

/** The one line, and whether a page with it has been seen. */
export function Install({ website }: { website: WebsiteDto }) {
  const t = useTranslations('websites');
  const { key, first_seen_at: first, last_seen_at: last } = website;
  const line = `<script defer src="${window.location.origin}/widget.js" data-widget="${key}"></script>`;
  return (
    <FormSection title={t('install')} detail={t('installDetail')}>
      <Code text={line} />
      <p role="status" className="flex items-start gap-2 text-small text-ink-2">
        {first ? (
          <>
            <CircleCheck aria-hidden className="mt-px size-4 shrink-0 text-ok" />
            <span>
              {t('works')} <RelativeTime value={first} />, {t('worksLast')}{' '}
              <RelativeTime value={last ?? first} />
            </span>
          </>
        ) : (
          <>
            <CircleDashed aria-hidden className="mt-px size-4 shrink-0 text-ink-3" />
            {t('waiting')}
          </>
        )}
      </p>
    </FormSection>
  );
}
