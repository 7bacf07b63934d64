'use client';
import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { dateFormat } from '@/components/ui/date-format';
import { formatLocale } from '@/components/ui/format-locale';
import { languageName } from '@/components/ui/language-name';
import { useNow } from '@/components/ui/use-now';
import { VipMark } from '@/components/ui/vip-mark';
import type { TicketContextDto } from '@/lib/schemas/ticket-context';
import { ContextRatings } from './context-ratings';
import { ContextSection, Fact } from './context-section';
import { CustomerFacts } from './customer-facts';
import { CustomerLinks } from './customer-links';
import { OrganisationLink } from './organisation-link';

export function ContextCustomer({ customer }: { customer: TicketContextDto['customer'] }) {
  const t = useTranslations('desk.context');
  const c = useTranslations('customers');
  const locale = useLocale();
  const now = useNow();
  const there = (options: Intl.DateTimeFormatOptions) => {
    try {
      return dateFormat(formatLocale(locale), { ...options, timeZone: customer.time_zone }).format(now ?? 0);
    } catch {
      return '';
    }
  };
  return (
    <ContextSection name="customer" title={t('customer')}>
      <div className="flex items-center gap-3 pb-2">
        <Avatar name={customer.name} size={32} />
        <div className="min-w-0">
          <p className="flex items-center gap-1.5 text-ui font-[600] text-ink">
            <Link
              href={`/customers/${customer.id}`}
              prefetch={false}
              title={c('open')}
              className="inline-flex min-h-6 min-w-0 items-center rounded-control hover:underline"
            >
              <bdi className="truncate">{customer.name}</bdi>
            </Link>
            {customer.is_vip ? <VipMark /> : null}
          </p>
          {customer.email ? (
            <a
              href={`mailto:${customer.email}`}
              className="block truncate text-small leading-6 text-accent hover:underline"
            >
              {customer.email}
            </a>
          ) : (
            <p className="text-small text-ink-3">{t('noAddress')}</p>
          )}
        </div>
      </div>
      <dl>
        {customer.organisation ? (
          <Fact label={c('organisation.one')}>
            <OrganisationLink organisation={customer.organisation} />
          </Fact>
        ) : null}
        {now !== null ? (
          <Fact label={t('localTime')}>
            <span className="tabular">{there({ weekday: 'short', hour: '2-digit', minute: '2-digit' })}</span>{' '}
            <span className="text-ink-3">{customer.time_zone.split('/').at(-1)?.replaceAll('_', ' ')}</span>
          </Fact>
        ) : null}
        <Fact label={t('language')}>{languageName(customer.locale, locale)}</Fact>
        <Fact label={t('since')}>
          {dateFormat(formatLocale(locale), { dateStyle: 'medium' }).format(new Date(customer.created_at))}
        </Fact>
        {customer.phone ? (
          <Fact label={c('phone')}>
            <bdi dir="ltr">{customer.phone}</bdi>
          </Fact>
        ) : null}
        {customer.merged.length > 0 ? (
          <Fact label={c('merge.also')}>
            {customer.merged.map(({ id, name, email, external_id }) => (
              <bdi key={id} className="block wrap-anywhere">
                {email ?? external_id ?? name}
              </bdi>
            ))}
          </Fact>
        ) : null}
        {customer.external_id ? (
          <Fact label={t('externalId')}>
            <span className="font-mono text-micro">{customer.external_id}</span>
          </Fact>
        ) : null}
        {customer.ratings.length > 0 ? (
          <Fact label={t('ratings')}>
            <ContextRatings ratings={customer.ratings} />
          </Fact>
        ) : null}
      </dl>
      <CustomerFacts facts={customer.facts} />
      <CustomerLinks links={customer.links} />
    </ContextSection>
  );
}
