'use client';
import { useTranslations } from 'next-intl';
import { useTopics } from '@/components/data/use-topics';
import { PriorityGlyph } from '@/components/ui/priority-glyph';
import { StatusGlyph } from '@/components/ui/status-glyph';
import type { TicketDto } from '@/lib/schemas/ticket';
import type { Group } from '@/lib/schemas/values';

interface GroupHeadingProps {
  group: Group;
  /** Any ticket of the group. */
  of: TicketDto;
  size: number;
  /** More of it may be there than is loaded. */
  open: boolean;
}

/** What the rows below have in common, and how many there are as far as the list is loaded. */
export function GroupHeading({ group, of, size, open }: GroupHeadingProps) {
  const c = useTranslations('common');
  const t = useTranslations('views.display');
  const { nameOf } = useTopics();
  const name = {
    status: () => c(`status.${of.status}`),
    priority: () => c(`priority.${of.priority}`),
    assignee: () => of.assigned_agent_name ?? t('nobody'),
    topic: () => (of.topic ? nameOf(of.topic) : t('noTopic')),
    customer: () => of.customer.name,
  }[group]();
  return (
    <div className="flex h-8 items-center gap-2 border-b bg-canvas px-4 text-small font-[600] text-ink-2">
      {group === 'status' ? <StatusGlyph status={of.status} className="size-3.5" /> : null}
      {group === 'priority' ? <PriorityGlyph priority={of.priority} className="size-3.5" /> : null}
      <bdi className="truncate">{name}</bdi>
      <span className="tabular font-[450] text-ink-3">{open ? `${size}+` : size}</span>
    </div>
  );
}
