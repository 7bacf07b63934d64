'use client';
import { cx } from 'class-variance-authority';
import { CircleCheck } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useTicketVisitor } from '@/components/data/use-ticket-visitor';
import { languageName } from '@/components/ui/language-name';
import { RelativeTime } from '@/components/ui/relative-time';
import { safeHref } from '@/lib/rules/safe-href';
import type { TicketVisitorDto } from '@/lib/schemas/visitor';
import { ContextSection, Fact } from './context-section';

/** Who chats, on which page, and whether he is there. What he says of himself is marked as such. */
export function ContextVisitor({ number }: { number: number }) {
  const t = useTranslations('desk.visitor');
  const locale = useLocale();
  const { data: visitor } = useTicketVisitor(number);
  if (!visitor) return null;
  return (
    <ContextSection name="visitor" title={t('title')}>
      <dl>
        <Fact label={t('presence')}>
          {visitor.is_here ? (
            <span className="inline-flex items-center gap-1.5">
              <CircleCheck aria-hidden className="size-3.5 text-accent" />
              {t('here')}
            </span>
          ) : (
            <>
              {t('away')} · <RelativeTime value={visitor.last_seen_at} />
            </>
          )}
        </Fact>
        {visitor.page_url ? (
          <Fact label={t('page')}>
            <Page url={visitor.page_url} title={visitor.page_title} />
          </Fact>
        ) : null}
        {visitor.referrer ? (
          <Fact label={t('from')}>
            <Page url={visitor.referrer} title={null} />
          </Fact>
        ) : null}
        {visitor.website === null ? null : <Fact label={t('website')}>{visitor.website}</Fact>}
        {visitor.email === null ? null : <Address visitor={visitor} />}
        {visitor.is_identified ? <Fact label={t('identity')}>{t('vouched')}</Fact> : null}
        <Fact label={t('language')}>{languageName(visitor.locale, locale)}</Fact>
      </dl>
    </ContextSection>
  );
}

function Address({ visitor: { email, email_confirmed } }: { visitor: TicketVisitorDto }) {
  const t = useTranslations('desk.visitor');
  return (
    <Fact label={t('email')}>
      <bdi>{email}</bdi>
      <span className={cx('block text-micro', email_confirmed ? 'text-ink-3' : 'text-warn')}>
        {email_confirmed ? t('confirmed') : t('claimed')}
      </span>
    </Fact>
  );
}

/** An address that a stranger's browser told: opened without a word of where from. */
function Page({ url, title }: { url: string; title: string | null }) {
  const href = safeHref(url);
  if (href === null) return null;
  const { host, pathname } = new URL(href);
  return (
    <a
      href={href}
      title={url}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="rounded-control text-accent hover:underline"
    >
      {title ? <bdi className="block">{title}</bdi> : null}
      <bdi dir="ltr" className={title ? 'block truncate text-micro text-ink-3' : 'block truncate'}>
        {host}
        {pathname === '/' ? '' : pathname}
      </bdi>
    </a>
  );
}
