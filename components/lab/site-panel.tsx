'use client';
import { ExternalLink } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { QueryError } from '@/components/data/query-error';
import { useLabMail } from '@/components/data/use-lab-mail';
import { useLabSite } from '@/components/data/use-lab-site';
import { buttonStyle } from '@/components/ui/button-style';
import { likeReader } from './like-reader';
import { PanelSkeleton } from './panel-skeleton';
import { PersonPicker } from './person-picker';
import { siteAddress } from './site-address';

/** Another company's website with the chat in it, as one of several visitors sees it. */
export function SitePanel() {
  const t = useTranslations('lab.site');
  const people = useLabMail();
  const site = useLabSite();
  const locale = useLocale();
  const [email, setEmail] = useState<string | null>(null);
  for (const query of [people, site])
    if (query.isError && !query.data) return <QueryError title={t('failed')} query={query} />;
  if (!people.data || !site.data) return <PanelSkeleton />;

  const { customers } = people.data;
  const visitor = customers.find((one) => one.email === email) ?? likeReader(customers, locale);
  const address = siteAddress(window.location, visitor, site.data);
  return (
    <>
      <div className="flex items-center gap-2 border-b border-line px-4 py-2">
        <PersonPicker
          label={t('who')}
          people={customers.map((one) => ({ id: one.email, ...one }))}
          chosen={visitor.email}
          onChoose={setEmail}
        />
        <a
          href={address}
          target="_blank"
          rel="noreferrer"
          aria-label={t('window')}
          title={t('window')}
          className={buttonStyle({ variant: 'secondary', className: 'px-2' })}
        >
          <ExternalLink aria-hidden className="size-4 rtl:-scale-x-100" />
        </a>
      </div>
      <iframe
        key={address}
        title={t('frame', { name: visitor.name })}
        src={address}
        className="min-h-0 w-full flex-1"
      />
    </>
  );
}
