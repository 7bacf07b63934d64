'use client';
import { useTranslations } from 'next-intl';
import { useStaffChoice } from '@/components/data/use-staff-choice';
import { useTeams } from '@/components/data/use-teams';
import { useTopics } from '@/components/data/use-topics';
import { Field } from '@/components/ui/field';
import { PriorityGlyph } from '@/components/ui/priority-glyph';
import { Select, type SelectItem } from '@/components/ui/select';
import { StatusGlyph } from '@/components/ui/status-glyph';
import type { TicketActionName, TicketActions } from '@/lib/schemas/ticket-actions';
import { PRIORITIES, type Priority, STATUSES, type Status } from '@/lib/schemas/values';

interface CannedReplyActionsProps {
  actions: TicketActions;
  onChange: (actions: TicketActions) => void;
  errorOf: (name: TicketActionName) => string | undefined;
}

/** Stands for "leave it as it is", and for "none at all", where values are ids. */
const KEEP = 'keep';
const NONE = 'none';

/** What a reply does to the ticket besides: a macro. */
export function CannedReplyActions({ actions, onChange, errorOf }: CannedReplyActionsProps) {
  const t = useTranslations('macros.editor');
  const c = useTranslations('common');
  const { active, nameOf } = useTopics();
  const teams = useTeams().data ?? [];
  const { people } = useStaffChoice();
  const keep = { value: KEEP, label: t('keep') };
  const none = (label: string) => ({ value: NONE, label });

  /** A choice of one action; what is not among `items` (an archived topic) is shown by its own name. */
  const choice = (
    name: TicketActionName,
    items: SelectItem<string>[],
    fallback = (value: string) => value,
  ) => {
    const value = actions[name] === undefined ? KEEP : (actions[name] ?? NONE);
    const known = items.some((item) => item.value === value) || value === KEEP;
    return (
      <Field key={name} label={t(name)} error={errorOf(name)}>
        <Select
          value={value}
          onValueChange={(next) => onChange(withAction(actions, name, next))}
          items={[keep, ...items, ...(known ? [] : [{ value, label: fallback(value) }])]}
        />
      </Field>
    );
  };
  return (
    <section className="mt-8 border-t pt-6">
      <h2 className="text-heading">{t('title')}</h2>
      <p className="mt-0.5 max-w-[60ch] text-small text-ink-2 text-pretty">{t('detail')}</p>
      <div className="mt-4 grid gap-4 sm:grid-cols-2">
        {choice(
          'status',
          STATUSES.filter((status) => status !== 'OPEN' && status !== 'ASSIGNED').map((value: Status) => ({
            ...{
              value,
              label: c(`status.${value}`),
              icon: <StatusGlyph status={value} className="size-4" />,
            },
          })),
        )}
        {choice(
          'priority',
          PRIORITIES.toReversed().map((value: Priority) => ({
            ...{ value, label: c(`priority.${value}`), icon: <PriorityGlyph priority={value} /> },
          })),
        )}
        {choice(
          'assigned_agent',
          [
            { value: 'me', label: t('me') },
            none(t('nobody')),
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ],
          () => t('gone'),
        )}
        {choice('team', [none(t('noTeam')), ...teams.map(({ id, name }) => ({ value: id, label: name }))])}
        {choice(
          'topic',
          [none(t('noTopic')), ...active.map(({ key, name }) => ({ value: key, label: name }))],
          nameOf,
        )}
      </div>
    </section>
  );
}

function withAction(actions: TicketActions, name: TicketActionName, value: string): TicketActions {
  const { [name]: _before, ...others } = actions;
  return value === KEEP ? others : ({ ...others, [name]: value === NONE ? null : value } as TicketActions);
}
