'use client';
import { CircleDashed } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import { useStaffChoice } from '@/components/data/use-staff-choice';
import { useTeams } from '@/components/data/use-teams';
import { useTopics } from '@/components/data/use-topics';
import { Avatar } from '@/components/ui/avatar';
import { PriorityGlyph } from '@/components/ui/priority-glyph';
import { StatusGlyph } from '@/components/ui/status-glyph';
import { isThere } from '@/lib/rules/presence';
import { PRIORITIES, type Status } from '@/lib/schemas/values';
import { type ChoiceName, NONE, REPLY } from './act-value';

interface ActItem {
  value: string;
  label: string;
  icon?: ReactNode;
}

/** What people set by hand; OPEN and ASSIGNED follow from who holds the ticket. */
export const STATUSES_BY_HAND: readonly Status[] = [
  'IN_PROGRESS',
  'WAITING_ON_CUSTOMER',
  'RESOLVED',
  'CLOSED',
];
const SPANS = ['4h', '1d', '3d', '7d', '14d'];

/**
 * What can be done to tickets, in the words of every screen that offers it: a macro's form and acting on many. Sleep is
 * offered by its length; whoever knows the moment of doing it offers times.
 *
 * @param meId Who acts now, named first; without him the list begins with "whoever uses it".
 */
export function useActItems({ meId }: { meId?: string } = {}) {
  const t = useTranslations('macros.editor');
  const c = useTranslations('common');
  const { active } = useTopics();
  const teams = useTeams().data;
  const { people, search } = useStaffChoice();
  const items = useMemo<Record<ChoiceName, ActItem[]>>(() => {
    const none = (label: string) => ({
      value: NONE,
      label,
      icon: <CircleDashed aria-hidden className="size-4 text-ink-3" />,
    });
    const sorted = people.toSorted((a, b) => Number(b.id === meId) - Number(a.id === meId));
    return {
      status: STATUSES_BY_HAND.map((value) => ({
        ...{ value, label: c(`status.${value}`), icon: <StatusGlyph status={value} className="size-4" /> },
      })),
      priority: PRIORITIES.toReversed().map((value) => ({
        ...{ value, label: c(`priority.${value}`), icon: <PriorityGlyph priority={value} /> },
      })),
      assigned_agent: [
        ...(meId === undefined ? [{ value: 'me', label: t('me') }] : []),
        ...sorted.map(({ id, name, ...person }) => ({
          value: id,
          label: id === meId ? t('you', { name }) : name,
          icon: <Avatar name={name} size={20} tone={isThere(person) ? 'accent' : 'plain'} />,
        })),
        none(t('nobody')),
      ],
      team: [...(teams ?? []).map(({ id, name }) => ({ value: id, label: name })), none(t('noTeam'))],
      topic: [...active.map(({ key, name }) => ({ value: key, label: name })), none(t('noTopic'))],
      snooze: [
        ...SPANS.map((value) => ({ value, label: spanLabel(value, t) })),
        { value: REPLY, label: t('untilReply') },
      ],
      follow: [
        { value: 'yes', label: t('followYes') },
        { value: 'no', label: t('followNo') },
      ],
    };
  }, [active, teams, people, meId, t, c]);
  return { items, search };
}

/** `90m`, `4h`, `3d` as people say it. */
export function spanLabel(span: string, t: ReturnType<typeof useTranslations<'macros.editor'>>): string {
  const unit = { m: 'minutes', h: 'hours', d: 'days' } as const;
  const name = unit[span.at(-1) as keyof typeof unit];
  return name ? t(`for.${name}`, { count: Number.parseInt(span, 10) }) : span;
}
