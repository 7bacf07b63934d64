'use client';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { addressOf } from '@/components/data/api';
import { buttonStyle } from '@/components/ui/button-style';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { ToggleGroup } from '@/components/ui/toggle-group';
import { CHANNELS, PRIORITIES, STATUSES } from '@/lib/schemas/values';

const WHAT = ['tickets', 'messages'] as const;
const PLACES = ['inbox', 'spam', 'trash'] as const;
const ORDERS = ['newest', 'oldest'] as const;
const parsers = {
  what: parseAsStringLiteral(WHAT).withDefault('tickets'),
  status: parseAsArrayOf(parseAsStringLiteral(STATUSES)).withDefault([]),
  priority: parseAsArrayOf(parseAsStringLiteral(PRIORITIES)).withDefault([]),
  channel: parseAsArrayOf(parseAsStringLiteral(CHANNELS)).withDefault([]),
  topic: parseAsString.withDefault(''),
  in: parseAsStringLiteral(PLACES).withDefault('inbox'),
  sort: parseAsStringLiteral(ORDERS).withDefault('newest'),
};

/** What leaves the house as a file: the list's own filters, kept in the address. */
export function ExportPage() {
  const t = useTranslations('data.export');
  const c = useTranslations('common');
  const [values, set] = useQueryStates(parsers, { history: 'replace', clearOnDefault: true });
  const href = addressOf('/tickets/export.csv', { ...values, topic: values.topic.trim() });
  return (
    <>
      <h1 className="text-display">{t('title')}</h1>
      <p className="mt-1 max-w-[64ch] text-ui text-ink-2">{t('detail')}</p>
      <div className="mt-6 flex max-w-2xl flex-col gap-5">
        <div className="grid gap-x-6 gap-y-4 sm:grid-cols-3">
          <Field label={t('what')} className="flex flex-col gap-1.5 sm:col-span-3">
            <Select
              value={values.what}
              onValueChange={(what) => void set({ what })}
              items={WHAT.map((value) => ({ value, label: t(value) }))}
            />
          </Field>
          <Field label={t('place')}>
            <Select
              value={values.in}
              onValueChange={(place) => void set({ in: place })}
              items={PLACES.map((value) => ({ value, label: t(`places.${value}`) }))}
            />
          </Field>
          <Field label={t('sort')}>
            <Select
              value={values.sort}
              onValueChange={(sort) => void set({ sort })}
              items={ORDERS.map((value) => ({ value, label: t(`sorts.${value}`) }))}
            />
          </Field>
          <Field label={t('topic')} hint={t('topicHint')}>
            <Input
              defaultValue={values.topic}
              maxLength={80}
              onChange={(event) => void set({ topic: event.target.value || null })}
            />
          </Field>
        </div>
        <ToggleGroup
          label={t('status')}
          value={values.status}
          onChange={(status) => void set({ status })}
          items={STATUSES.map((value) => ({ value, label: c(`status.${value}`) }))}
        />
        <ToggleGroup
          label={t('priority')}
          value={values.priority}
          onChange={(priority) => void set({ priority })}
          items={PRIORITIES.map((value) => ({ value, label: c(`priority.${value}`) }))}
        />
        <ToggleGroup
          label={t('channel')}
          value={values.channel}
          onChange={(channel) => void set({ channel })}
          items={CHANNELS.map((value) => ({ value, label: c(`channel.${value}`) }))}
        />
        <div className="flex flex-wrap items-center gap-4 border-t pt-4">
          <a href={href} download className={buttonStyle({ variant: 'primary' })}>
            <Download aria-hidden className="size-4" />
            {t('download')}
          </a>
          <p className="min-w-0 flex-1 basis-72 text-small text-ink-3">{t('cells')}</p>
        </div>
      </div>
    </>
  );
}
