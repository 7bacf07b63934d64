'use client';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { Button } from '@/components/ui/button';
import { LanguagePicker } from '@/components/ui/language-picker';
import { PopoverPart } from '@/components/ui/popover-part';
import { PriorityGlyph } from '@/components/ui/priority-glyph';
import { StatusGlyph } from '@/components/ui/status-glyph';
import { UrgencyGlyph } from '@/components/ui/urgency-glyph';
import type { UrgencyLevel } from '@/lib/schemas/urgency';
import { CHANNELS, PRIORITIES, STATUSES, URGENCY_LEVELS } from '@/lib/schemas/values';
import { AssigneeFilter, OrganisationFilter, TagFilter, TopicFilter } from './filter-picks';
import { FilterLegend, FilterToggle, FilterToggles } from './filter-toggle';
import { useFilterText } from './use-filter-text';
import type { ListFilters } from './use-list-filters';

/** How long a customer has waited, to choose from. */
const SPANS = ['1h', '4h', '1d', '3d'] as const;

interface FilterPopoverProps {
  trigger: ReactElement;
  list: ListFilters;
}

/** What a list can be narrowed by: see `FilterMenu`, which brings this file when it is touched. */
export function FilterPopover({ trigger, list }: FilterPopoverProps) {
  const t = useTranslations('desk.filter');
  return (
    <PopoverPart align="end" title={t('title')} trigger={trigger}>
      <FilterFields list={list} />
    </PopoverPart>
  );
}

/** Only there while it is open: people and tags are read then. */
function FilterFields({ list }: { list: ListFilters }) {
  const t = useTranslations('desk.filter');
  const v = useTranslations('views.filter');
  const c = useTranslations('common');
  const { spanText } = useFilterText();
  const u = useTranslations('urgency');
  const { filter, set } = list;
  const toggled = <T extends string>(chosen: readonly T[] | undefined, one: T): T[] =>
    chosen?.includes(one) ? chosen.filter((other) => other !== one) : [...(chosen ?? []), one];
  return (
    <div className="flex flex-col gap-4">
      <FilterToggles label={t('status')}>
        {STATUSES.map((one) => (
          <FilterToggle
            key={one}
            pressed={filter.status?.includes(one) ?? false}
            onClick={() => void set('status', toggled(filter.status, one))}
            icon={<StatusGlyph status={one} className="size-3.5" />}
          >
            {c(`status.${one}`)}
          </FilterToggle>
        ))}
      </FilterToggles>
      <FilterToggles label={t('priority')}>
        {PRIORITIES.toReversed().map((one) => (
          <FilterToggle
            key={one}
            pressed={filter.priority?.includes(one) ?? false}
            onClick={() => void set('priority', toggled(filter.priority, one))}
            icon={<PriorityGlyph priority={one} className="size-3.5" />}
          >
            {c(`priority.${one}`)}
          </FilterToggle>
        ))}
      </FilterToggles>
      <FilterToggles label={u('filter')}>
        {URGENCY_LEVELS.map((one) => (
          <FilterToggle
            key={one}
            pressed={filter.urgency?.includes(one) ?? false}
            onClick={() => void set('urgency', toggled(filter.urgency, one))}
            icon={<UrgencyGlyph level={Number(one) as UrgencyLevel} className="size-3.5" />}
          >
            {u(`level.${one}`)}
          </FilterToggle>
        ))}
      </FilterToggles>
      <AssigneeFilter list={list} />
      <FilterToggles label={v('waiting')}>
        {SPANS.map((one) => (
          <FilterToggle
            key={one}
            pressed={filter.waiting_over === one}
            onClick={() => void set('waiting_over', filter.waiting_over === one ? null : one)}
          >
            {spanText(one)}
          </FilterToggle>
        ))}
      </FilterToggles>
      <FilterToggles label={v('state')}>
        {(['no', 'yes'] as const).map((one) => (
          <FilterToggle
            key={one}
            pressed={filter.snoozed === one}
            onClick={() => void set('snoozed', filter.snoozed === one ? null : one)}
          >
            {v(`snoozed.${one}`)}
          </FilterToggle>
        ))}
        <FilterToggle
          pressed={filter.mentioned === 'me'}
          onClick={() => void set('mentioned', filter.mentioned ? null : 'me')}
        >
          {v('mentioned')}
        </FilterToggle>
      </FilterToggles>
      <TagFilter list={list} />
      <OrganisationFilter list={list} />
      <TopicFilter list={list} />
      <FilterToggles label={t('channel')}>
        {CHANNELS.map((one) => (
          <FilterToggle
            key={one}
            pressed={filter.channel?.includes(one) ?? false}
            onClick={() => void set('channel', toggled(filter.channel, one))}
          >
            {c(`channel.${one}`)}
          </FilterToggle>
        ))}
      </FilterToggles>
      <fieldset>
        <FilterLegend>{t('language')}</FilterLegend>
        <LanguagePicker
          value={filter.language ?? []}
          onChange={(codes) => void set('language', codes)}
          addLabel={t('addLanguage')}
        />
      </fieldset>
      {list.changed.length > 0 ? (
        <Button variant="quiet" onClick={() => void list.reset()}>
          {t('clear')}
        </Button>
      ) : null}
    </div>
  );
}
