'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useOrganisationChoice } from '@/components/data/use-organisations';
import { useStaffChoice } from '@/components/data/use-staff-choice';
import { useTags } from '@/components/data/use-tags';
import { useTopics } from '@/components/data/use-topics';
import { Avatar } from '@/components/ui/avatar';
import { Field } from '@/components/ui/field';
import { PickChips } from '@/components/ui/pick-chips';
import { useDesk } from './desk-context';
import { FilterLegend } from './filter-toggle';
import { TopicSelect } from './topic-select';
import type { ListFilters } from './use-list-filters';

export function AssigneeFilter({ list: { filter, set } }: { list: ListFilters }) {
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
      <FilterLegend>{v('assignee.title')}</FilterLegend>
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

export function TagFilter({ list: { filter, set } }: { list: ListFilters }) {
  const v = useTranslations('views.filter');
  const { tags, search } = useTags();
  const chosen = filter.tag ?? [];
  if (tags.length === 0 && chosen.length === 0) return null;
  return (
    <fieldset>
      <FilterLegend>{v('tags.title')}</FilterLegend>
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

export function OrganisationFilter({ list: { filter, set } }: { list: ListFilters }) {
  const v = useTranslations('views.filter');
  const chosen = filter.organisation ?? [];
  const { items, search } = useOrganisationChoice(chosen);
  if (items.length === 0) return null;
  return (
    <fieldset>
      <FilterLegend>{v('organisation.title')}</FilterLegend>
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

export function TopicFilter({ list: { filter, set } }: { list: ListFilters }) {
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
      <FilterLegend>{t('topic')}</FilterLegend>
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
