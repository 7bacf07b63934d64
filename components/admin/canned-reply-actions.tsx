'use client';
import { useTranslations } from 'next-intl';
import { actionOf, type ChoiceName, chosenIn } from '@/components/acts/act-value';
import { spanLabel, useActItems } from '@/components/acts/use-act-items';
import { useTopics } from '@/components/data/use-topics';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { TicketActionName, TicketActions } from '@/lib/schemas/ticket-actions';
import { CannedReplyTags } from './canned-reply-tags';

interface CannedReplyActionsProps {
  actions: TicketActions;
  onChange: (actions: TicketActions) => void;
  errorOf: (name: TicketActionName) => string | undefined;
}

/** Stands for "leave it as it is". */
const KEEP = 'keep';
const CHOICES: readonly ChoiceName[] = [
  'status',
  'priority',
  'assigned_agent',
  'team',
  'topic',
  'snooze',
  'follow',
];

/** What a reply does to the ticket besides: a macro. */
export function CannedReplyActions({ actions, onChange, errorOf }: CannedReplyActionsProps) {
  const t = useTranslations('macros.editor');
  const { nameOf } = useTopics();
  const { items } = useActItems();
  const put = (name: TicketActionName, act: TicketActions) => {
    const { [name]: _before, ...others } = actions;
    onChange({ ...others, ...act });
  };
  /** What is not offered any more, or was set by a program, by its own name. */
  const otherLabel = (name: ChoiceName, value: string): string => {
    if (name === 'topic') return nameOf(value);
    if (name === 'snooze') return spanLabel(value, t);
    return name === 'assigned_agent' ? t('gone') : value;
  };
  return (
    <section className="mt-8 border-t pt-6">
      <h2 className="text-heading">{t('title')}</h2>
      <p className="mt-0.5 max-w-[60ch] text-small text-ink-2 text-pretty">{t('detail')}</p>
      <div className="mt-4 grid gap-4 sm:grid-cols-2">
        {CHOICES.map((name) => {
          const value = chosenIn(name, actions) ?? KEEP;
          const isOther = value !== KEEP && !items[name].some((item) => item.value === value);
          return (
            <Field key={name} label={t(name)} error={errorOf(name)}>
              <Select
                value={value}
                onValueChange={(next) => put(name, next === KEEP ? {} : actionOf(name, next))}
                items={[
                  { value: KEEP, label: t('keep') },
                  ...items[name],
                  ...(isOther ? [{ value, label: otherLabel(name, value) }] : []),
                ]}
              />
            </Field>
          );
        })}
        {(['add_tags', 'remove_tags'] as const).map((name) => (
          <CannedReplyTags
            key={name}
            label={t(name)}
            tags={actions[name] ?? []}
            error={errorOf(name)}
            onChange={(tags) => put(name, tags.length > 0 ? { [name]: tags } : {})}
          />
        ))}
      </div>
    </section>
  );
}
