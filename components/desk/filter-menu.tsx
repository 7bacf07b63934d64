'use client';
import { cx } from 'class-variance-authority';
import { ListFilter } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { LanguagePicker } from '@/components/ui/language-picker';
import { Popover } from '@/components/ui/popover';
import { PriorityGlyph } from '@/components/ui/priority-glyph';
import { StatusGlyph } from '@/components/ui/status-glyph';
import { UrgencyGlyph } from '@/components/ui/urgency-glyph';
import type { ViewKey } from '@/lib/rules/views';
import type { UrgencyLevel } from '@/lib/schemas/urgency';
import { CHANNELS, PRIORITIES } from '@/lib/schemas/values';
import { TopicSelect } from './topic-select';
import { LEVELS, statusesOf, type useListFilters, viewOf } from './use-list-filters';

interface FilterMenuProps {
  view: ViewKey;
  list: ReturnType<typeof useListFilters>;
}

/** Narrows the view; each press applies at once and stands in the address. */
export function FilterMenu({ view, list }: FilterMenuProps) {
  const t = useTranslations('desk.filter');
  const c = useTranslations('common');
  const u = useTranslations('urgency');
  const { values, set, active } = list;
  const statuses = statusesOf(viewOf(view));
  const toggled = <T extends string>(chosen: readonly T[], one: T): T[] =>
    chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one];

  return (
    <Popover
      align="end"
      title={t('title')}
      trigger={
        <IconButton
          label={active > 0 ? t('labelActive', { count: active }) : t('label')}
          icon={
            <span className="relative">
              <ListFilter aria-hidden className="size-4.5" strokeWidth={1.75} />
              {active > 0 ? (
                <span aria-hidden="true" className="absolute -end-1 -top-1 size-2 rounded-full bg-accent" />
              ) : null}
            </span>
          }
        />
      }
    >
      <div className="flex flex-col gap-4">
        {statuses.length > 1 ? (
          <Group label={t('status')}>
            {statuses.map((one) => (
              <Toggle
                key={one}
                pressed={values.status.includes(one)}
                onClick={() => void set({ status: toggled(values.status, one) })}
                icon={<StatusGlyph status={one} className="size-3.5" />}
              >
                {c(`status.${one}`)}
              </Toggle>
            ))}
          </Group>
        ) : null}
        <Group label={t('priority')}>
          {PRIORITIES.toReversed().map((one) => (
            <Toggle
              key={one}
              pressed={values.priority.includes(one)}
              onClick={() => void set({ priority: toggled(values.priority, one) })}
              icon={<PriorityGlyph priority={one} className="size-3.5" />}
            >
              {c(`priority.${one}`)}
            </Toggle>
          ))}
        </Group>
        <Group label={u('filter')}>
          {LEVELS.map((one) => (
            <Toggle
              key={one}
              pressed={values.urgency.includes(one)}
              onClick={() => void set({ urgency: toggled(values.urgency, one) })}
              icon={<UrgencyGlyph level={Number(one) as UrgencyLevel} className="size-3.5" />}
            >
              {u(`level.${one}`)}
            </Toggle>
          ))}
        </Group>
        <Group label={t('channel')}>
          {CHANNELS.map((one) => (
            <Toggle
              key={one}
              pressed={values.channel.includes(one)}
              onClick={() => void set({ channel: toggled(values.channel, one) })}
            >
              {c(`channel.${one}`)}
            </Toggle>
          ))}
        </Group>
        <fieldset className="flex flex-col gap-1.5">
          <legend className="mb-1.5 text-small font-[550] text-ink-2">{t('language')}</legend>
          <LanguagePicker
            value={values.language ? [values.language] : []}
            onChange={(codes) => void set({ language: codes.at(-1) ?? null })}
            addLabel={t('addLanguage')}
          />
        </fieldset>
        <Field label={t('topic')}>
          <TopicSelect
            value={values.topic}
            onChange={(topic) => void set({ topic: topic || null })}
            noneLabel={t('anyTopic')}
            placeholder={t('topicPlaceholder')}
          />
        </Field>
        {active > 0 ? (
          <Button variant="quiet" onClick={() => void list.clear()}>
            {t('clear')}
          </Button>
        ) : null}
      </div>
    </Popover>
  );
}

function Group({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-small font-[550] text-ink-2">{label}</legend>
      <div className="flex flex-wrap gap-1.5">{children}</div>
    </fieldset>
  );
}

interface ToggleProps {
  pressed: boolean;
  onClick: () => void;
  icon?: ReactNode;
  children: ReactNode;
}

function Toggle({ pressed, onClick, icon, children }: ToggleProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onClick}
      className={cx(
        'inline-flex h-7 items-center gap-1.5 rounded-full border px-2.5 text-small coarse:h-control',
        pressed
          ? 'border-accent bg-selected font-[600] text-ink'
          : 'border-line-strong text-ink-2 hover:bg-hover hover:text-ink',
      )}
    >
      {icon}
      {children}
    </button>
  );
}
