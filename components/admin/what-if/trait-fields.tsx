'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTeams } from '@/components/data/use-teams';
import { useTicketByNumber } from '@/components/data/use-ticket-by-number';
import { type Customer, CustomerPicker } from '@/components/desk/customer-picker';
import { TopicSelect } from '@/components/desk/topic-select';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FieldGroup } from '@/components/ui/field-group';
import { Input } from '@/components/ui/input';
import { LanguagePicker } from '@/components/ui/language-picker';
import { PriorityGlyph } from '@/components/ui/priority-glyph';
import { Select } from '@/components/ui/select';
import { CHANNELS, type Channel, PRIORITIES, type Priority } from '@/lib/schemas/values';

export interface Traits {
  /** Number of the ticket that it is like; that one is left out of the queue. */
  like: number | null;
  channel: Channel;
  languages: string[];
  priority: Priority;
  /** A topic's key; empty for none. */
  topic: string;
  /** Undefined: the topic's. Null: none. */
  team: string | null | undefined;
  customer: Customer | null;
}
export const NO_TRAITS: Traits = {
  ...{
    like: null,
    channel: 'WEB',
    languages: [],
    priority: 'MEDIUM',
    topic: '',
    team: undefined,
    customer: null,
  },
};

const OF_TOPIC = 'topic';
const NO_TEAM = 'none';

/** What routing looks at in a ticket; from a ticket that there is, or by hand. */
export function TraitFields({ traits, onChange }: { traits: Traits; onChange: (traits: Traits) => void }) {
  const t = useTranslations('whatIf');
  const c = useTranslations('common');
  const teams = useTeams().data ?? [];
  const set = <K extends keyof Traits>(key: K, value: Traits[K]) => onChange({ ...traits, [key]: value });
  const { team } = traits;
  return (
    <>
      <LikeTicket onFound={onChange} />
      <Field label={t('trait.channel')}>
        <Select
          value={traits.channel}
          onValueChange={(value) => set('channel', value)}
          items={CHANNELS.map((value) => ({ value, label: c(`channel.${value}`) }))}
        />
      </Field>
      <FieldGroup label={t('trait.languages')}>
        <LanguagePicker
          value={traits.languages}
          onChange={(value) => set('languages', value)}
          addLabel={t('trait.addLanguage')}
        />
      </FieldGroup>
      <Field label={t('trait.priority')}>
        <Select
          value={traits.priority}
          onValueChange={(value) => set('priority', value)}
          items={PRIORITIES.map((value) => ({
            value,
            label: c(`priority.${value}`),
            icon: <PriorityGlyph priority={value} className="size-4" />,
          }))}
        />
      </Field>
      <Field label={t('trait.topic')}>
        <TopicSelect
          value={traits.topic}
          onChange={(value) => set('topic', value)}
          noneLabel={t('trait.noTopic')}
        />
      </Field>
      <Field label={t('trait.team')}>
        <Select
          value={team === undefined ? OF_TOPIC : (team ?? NO_TEAM)}
          onValueChange={(value) =>
            set('team', value === OF_TOPIC ? undefined : value === NO_TEAM ? null : value)
          }
          items={[
            { value: OF_TOPIC, label: t('trait.teamOfTopic') },
            { value: NO_TEAM, label: t('trait.noTeam') },
            ...teams.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Field>
      <Field label={t('trait.customer')} mark={t('trait.optional')} hint={t('trait.customerHint')}>
        <CustomerPicker value={traits.customer} onChange={(value) => set('customer', value)} />
      </Field>
    </>
  );
}

/** Fills the traits in from a ticket, named by its number. */
function LikeTicket({ onFound }: { onFound: (traits: Traits) => void }) {
  const t = useTranslations('whatIf');
  const [text, setText] = useState('');
  const { data, isFetching, error } = useTicketByNumber(Number(text));
  const take = () => {
    if (!data) return;
    const { number, channel, languages, priority, topic, team, customer } = data;
    const named = { topic: topic ?? '', customer: { id: customer.id, name: customer.name, email: null } };
    onFound({ like: number, channel, languages, priority, team, ...named });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <Field
        label={t('like.label')}
        mark={t('trait.optional')}
        error={error && text !== '' && !isFetching ? t('like.none') : undefined}
        hint={data && text !== '' ? <bdi>{data.subject}</bdi> : undefined}
      >
        <div className="flex gap-2">
          <Input
            inputMode="numeric"
            value={text}
            maxLength={12}
            autoComplete="off"
            placeholder={t('like.placeholder')}
            onChange={(event) => setText(event.target.value.replace(/\D/g, ''))}
            className="tabular"
          />
          <Button type="submit" pending={isFetching && text !== ''}>
            {t('like.take')}
          </Button>
        </div>
      </Field>
    </form>
  );
}
