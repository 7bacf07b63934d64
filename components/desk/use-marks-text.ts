'use client';
import { useFormatter, useTranslations } from 'next-intl';
import type { Mark } from '@/lib/realtime/protocol';

/** Who else is at a ticket, in one sentence each of what they do; empty when nobody is. */
export function useMarksText(): (marks: readonly Mark[]) => string {
  const t = useTranslations('desk.marks');
  const format = useFormatter();
  return (marks) =>
    (['replying', 'noting', 'viewing', 'open'] as const)
      .flatMap((state) => {
        const names = marks.filter((mark) => mark.state === state).map((mark) => mark.person.name);
        return names.length === 0
          ? []
          : [t(state, { names: format.list(names, { type: 'conjunction' }), count: names.length })];
      })
      .join(', ');
}
