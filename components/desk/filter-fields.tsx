'use client';
import { cx } from 'class-variance-authority';
import { useTranslations } from 'next-intl';
import { type ReactElement, type ReactNode, useMemo } from 'react';
import { useOrganisationChoice } from '@/components/data/use-organisations';
import { useStaffChoice } from '@/components/data/use-staff-choice';
import { useTags } from '@/components/data/use-tags';
import { useTopics } from '@/components/data/use-topics';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { LanguagePicker } from '@/components/ui/language-picker';
import { PickChips } from '@/components/ui/pick-chips';
import { PopoverPart } from '@/components/ui/popover-part';
import { PriorityGlyph } from '@/components/ui/priority-glyph';
import { StatusGlyph } from '@/components/ui/status-glyph';
import { UrgencyGlyph } from '@/components/ui/urgency-glyph';
import type { UrgencyLevel } from '@/lib/schemas/urgency';
import { CHANNELS, PRIORITIES, STATUSES, URGENCY_LEVELS } from '@/lib/schemas/values';
import { useDesk } from './desk-context';
import { TopicSelect } from './topic-select';
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
      <Group label={t('status')}>
        {STATUSES.map((one) => (
          <Toggle
            key={one}
            pressed={filter.status?.includes(one) ?? false}
            onClick={() => void set('status', toggled(filter.status, one))}
            icon={<StatusGlyph status={one} className="size-3.5" />}
          >
            {c(`status.${one}`)}
          </Toggle>
        ))}
      </Group>
      <Group label={t('priority')}>
        {PRIORITIES.toReversed().map((one) => (
          <Toggle
            key={one}
            pressed={filter.priority?.includes(one) ?? false}
            onClick={() => void set('priority', toggled(filter.priority, one))}
            icon={<PriorityGlyph priority={one} className="size-3.5" />}
          >
            {c(`priority.${one}`)}
          </Toggle>
        ))}
      </Group>
      <Group label={u('filter')}>
        {URGENCY_LEVELS.map((one) => (
          <Toggle
            key={one}
            pressed={filter.urgency?.includes(one) ?? false}
            onClick={() => void set('urgency', toggled(filter.urgency, one))}
            icon={<UrgencyGlyph level={Number(one) as UrgencyLevel} className="size-3.5" />}
          >
            {u(`level.${one}`)}
          </Toggle>
        ))}
      </Group>
      <AssigneeFilter list={list} />
      <Group label={v('waiting')}>
        {SPANS.map((one) => (
          <Toggle
            key={one}
            pressed={filter.waiting_over === one}
            onClick={() => void set('waiting_over', filter.waiting_over === one ? null : one)}
          >
            {spanText(one)}
          </Toggle>
        ))}
      </Group>
      <Group label={v('state')}>
        {(['no', 'yes'] as const).map((one) => (
          <Toggle
            key={one}
            pressed={filter.snoozed === one}
            onClick={() => void set('snoozed', filter.snoozed === one ? null : one)}
          >
            {v(`snoozed.${one}`)}
          </Toggle>
        ))}
        <Toggle
          pressed={filter.mentioned === 'me'}
          onClick={() => void set('mentioned', filter.mentioned ? null : 'me')}
        >
          {v('mentioned')}
        </Toggle>
      </Group>
      <TagFilter list={list} />
      <OrganisationFilter list={list} />
      <TopicFilter list={list} />
      <Group label={t('channel')}>
        {CHANNELS.map((one) => (
          <Toggle
            key={one}
            pressed={filter.channel?.includes(one) ?? false}
            onClick={() => void set('channel', toggled(filter.channel, one))}
          >
            {c(`channel.${one}`)}
          </Toggle>
        ))}
      </Group>
      <fieldset>
        <Legend>{t('language')}</Legend>
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

function AssigneeFilter({ list: { filter, set } }: { list: ListFilters }) {
  const v = useTranslations('views.filter');
  const { me } = useDesk();
  const { people, search } = useStaffChoice();
  const items = useMemo(
    () => [
      { value: 'me', label: v('assignee.me') },
      { value: 'none', label: v('assignee.none') },
      ...people
        .filter((one) => one.id !== me.id)
        .map(({ id, name }) => ({ value: id, label: name, icon: <Avatar name={name} size={20} /> })),
    ],
    [people, me.id, v],
  );
  return (
    <fieldset>
      <Legend>{v('assignee.title')}</Legend>
      <PickChips
        items={items}
        value={filter.assignee ?? []}
        onChange={(value) => void set('assignee', value)}
        onSearch={search}
        addLabel={v('assignee.add')}
        removeLabel={(name) => v('remove', { name })}
        filterLabel={v('assignee.find')}
        emptyText={v('assignee.nobody')}
      />
    </fieldset>
  );
}

function TagFilter({ list: { filter, set } }: { list: ListFilters }) {
  const v = useTranslations('views.filter');
  const { tags, search } = useTags();
  const chosen = filter.tag ?? [];
  if (tags.length === 0 && chosen.length === 0) return null;
  return (
    <fieldset>
      <Legend>{v('tags.title')}</Legend>
      <PickChips
        items={tags.map((one) => ({ value: one, label: one }))}
        value={chosen}
        onChange={(value) => void set('tag', value)}
        onSearch={search}
        addLabel={v('tags.add')}
        removeLabel={(name) => v('remove', { name })}
        filterLabel={v('tags.find')}
        emptyText={v('tags.none')}
      />
    </fieldset>
  );
}

function OrganisationFilter({ list: { filter, set } }: { list: ListFilters }) {
  const v = useTranslations('views.filter');
  const chosen = filter.organisation ?? [];
  const { items, search } = useOrganisationChoice(chosen);
  if (items.length === 0) return null;
  return (
    <fieldset>
      <Legend>{v('organisation.title')}</Legend>
      <PickChips
        items={items}
        value={chosen}
        onChange={(value) => void set('organisation', value)}
        onSearch={search}
        addLabel={v('organisation.add')}
        removeLabel={(name) => v('remove', { name })}
        filterLabel={v('organisation.find')}
        emptyText={v('organisation.none')}
      />
    </fieldset>
  );
}

function TopicFilter({ list: { filter, set } }: { list: ListFilters }) {
  const t = useTranslations('desk.filter');
  const v = useTranslations('views.filter');
  const { topics, active, nameOf } = useTopics();
  const chosen = filter.topic ?? [];
  if (topics.length === 0) {
    return (
      <Field label={t('topic')}>
        <TopicSelect
          value={chosen.join(',')}
          onChange={(topic) => void set('topic', topic ? [topic] : null)}
          noneLabel={t('anyTopic')}
          placeholder={t('topicPlaceholder')}
        />
      </Field>
    );
  }
  const others = chosen.filter((one) => !active.some(({ key }) => key === one));
  return (
    <fieldset>
      <Legend>{t('topic')}</Legend>
      <PickChips
        items={[
          ...active.map(({ key, name }) => ({ value: key, label: name })),
          ...others.map((one) => ({ value: one, label: nameOf(one) })),
        ]}
        value={chosen}
        onChange={(value) => void set('topic', value)}
        addLabel={v('topics.add')}
        removeLabel={(name) => v('remove', { name })}
        filterLabel={v('topics.find')}
        emptyText={v('topics.none')}
      />
    </fieldset>
  );
}

function Legend({ children }: { children: ReactNode }) {
  return <legend className="mb-1.5 text-small font-[550] text-ink-2">{children}</legend>;
}

function Group({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset>
      <Legend>{label}</Legend>
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
