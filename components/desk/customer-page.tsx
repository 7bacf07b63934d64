'use client';
import { Merge, Pencil } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useRef, useState } from 'react';
import { useCustomer } from '@/components/data/use-customers';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { formatLocale } from '@/components/ui/format-locale';
import { languageName } from '@/components/ui/language-name';
import { VipMark } from '@/components/ui/vip-mark';
import type { CustomerDto } from '@/lib/schemas/customer';
import { BlockedAgents } from './blocked-agents';
import { Fact } from './context-section';
import { CustomerFacts } from './customer-facts';
import { CustomerForm } from './customer-form';
import { CustomerLinks } from './customer-links';
import { CustomerMerge } from './customer-merge';
import { CustomerMerged, PartOfAnother } from './customer-merged';
import { CustomerNotes } from './customer-notes';
import { CustomerWork } from './customer-work';
import { KnownPage } from './known-page';
import { OrganisationLink } from './organisation-link';

/** A customer: what is known about him, and his tickets that the reader may see. */
export function CustomerPage({ id }: { id: string }) {
  const t = useTranslations('customers');
  const query = useCustomer(id);
  return (
    <KnownPage
      query={query}
      href="/customers"
      words={{ back: t('back'), missing: t('missing'), failed: t('oneFailed') }}
    >
      {(customer) => <Known customer={customer} />}
    </KnownPage>
  );
}

function Known({ customer }: { customer: CustomerDto }) {
  const t = useTranslations('customers');
  const [editing, setEditing] = useState(false);
  const [merging, setMerging] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const done = () => {
    setEditing(false);
    requestAnimationFrame(() => edit.current?.focus());
  };
  return (
    <>
      <header className="flex flex-wrap items-center gap-4 border-b pb-6">
        <Avatar name={customer.name} size={32} />
        <div className="min-w-0 flex-1 basis-48">
          <h1 className="flex items-center gap-2 text-display">
            <bdi className="truncate">{customer.name}</bdi>
            {customer.is_vip || customer.organisation?.is_vip ? <VipMark className="size-5" /> : null}
          </h1>
          {customer.email ? (
            <a
              href={`mailto:${customer.email}`}
              className="rounded-control text-ui text-accent hover:underline"
            >
              {customer.email}
            </a>
          ) : (
            <p className="text-ui text-ink-3">{t('noAddress')}</p>
          )}
        </div>
        {customer.is_blocked ? <Chip className="bg-danger-bg text-danger">{t('blocked')}</Chip> : null}
        {customer.is_active ? null : <Chip>{t('inactive')}</Chip>}
        {editing || customer.merged_into ? null : (
          <Button icon={<Merge aria-hidden className="size-3.5" />} onClick={() => setMerging(true)}>
            {t('merge.open')}
          </Button>
        )}
        {editing || customer.merged_into ? null : (
          <Button
            ref={edit}
            icon={<Pencil aria-hidden className="size-3.5" />}
            onClick={() => setEditing(true)}
          >
            {t('edit')}
          </Button>
        )}
      </header>
      {customer.merged_into ? <PartOfAnother customer={customer} into={customer.merged_into} /> : null}
      <CustomerMerge customer={customer} open={merging} onOpenChange={setMerging} />
      {customer.merged_into ? (
        <About customer={customer} />
      ) : (
        <>
          {editing ? (
            <CustomerForm customer={customer} onDone={done} />
          ) : (
            <div className="grid gap-x-12 md:grid-cols-2">
              <About customer={customer} />
              <div>
                <Part title={t('facts')}>
                  {customer.facts.length === 0 ? (
                    <p className="text-small text-ink-3">{t('noFacts')}</p>
                  ) : (
                    <CustomerFacts facts={customer.facts} />
                  )}
                </Part>
                <Part title={t('links')}>
                  {customer.links.length === 0 ? (
                    <p className="text-small text-ink-3">{t('noLinks')}</p>
                  ) : (
                    <CustomerLinks links={customer.links} />
                  )}
                </Part>
                <Part title={t('never.title')}>
                  <BlockedAgents customer={customer} />
                </Part>
                {customer.merged.length > 0 ? (
                  <Part title={t('merge.also')}>
                    <CustomerMerged merged={customer.merged} />
                  </Part>
                ) : null}
              </div>
            </div>
          )}
          <Part title={t('notes.title')}>
            <CustomerNotes customerId={customer.id} notes={customer.notes} />
          </Part>
          <CustomerWork customer={customer} />
        </>
      )}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="pt-6">
      <h2 className="pb-2 text-heading">{title}</h2>
      {children}
    </section>
  );
}

function About({ customer }: { customer: CustomerDto }) {
  const t = useTranslations('customers');
  const locale = useLocale();
  return (
    <Part title={t('about')}>
      <dl>
        {customer.phone ? (
          <Fact label={t('phone')}>
            <a href={`tel:${customer.phone.replace(/[^\d+]/g, '')}`} className="text-accent hover:underline">
              {customer.phone}
            </a>
          </Fact>
        ) : null}
        {customer.external_id ? (
          <Fact label={t('externalId')}>
            <span className="font-mono text-micro">{customer.external_id}</span>
          </Fact>
        ) : null}
        {customer.organisation ? (
          <Fact label={t('organisation.one')}>
            <OrganisationLink organisation={customer.organisation} />
          </Fact>
        ) : null}
        <Fact label={t('language')}>{languageName(customer.locale, locale)}</Fact>
        <Fact label={t('timeZone')}>{customer.time_zone}</Fact>
        <Fact label={t('since')}>
          {new Intl.DateTimeFormat(formatLocale(locale), { dateStyle: 'medium' }).format(
            new Date(customer.created_at),
          )}
        </Fact>
      </dl>
    </Part>
  );
}
