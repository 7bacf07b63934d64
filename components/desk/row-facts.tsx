'use client';
import { cx } from 'class-variance-authority';
import {
  CircleDashed,
  type LucideIcon,
  Mail,
  MessageCircle,
  MessagesSquare,
  PencilLine,
  Phone,
} from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useTopics } from '@/components/data/use-topics';
import { Avatar } from '@/components/ui/avatar';
import { Chip } from '@/components/ui/chip';
import { languageName } from '@/components/ui/language-name';
import { PriorityGlyph } from '@/components/ui/priority-glyph';
import { UrgencyGlyph } from '@/components/ui/urgency-glyph';
import type { Mark } from '@/lib/realtime/protocol';
import type { TicketDto } from '@/lib/schemas/ticket';
import type { UrgencyLevel } from '@/lib/schemas/urgency';
import type { Channel, Column } from '@/lib/schemas/values';
import { useStaff } from './desk-context';
import { RowState } from './lifecycle/row-state';
import { RowMarks } from './row-marks';
import { CallFact } from './voice/call-fact';
import { callState } from './voice/call-state';

/** Only what the list's columns ask for. */
export function RowFacts({
  ticket,
  columns,
  marks,
}: {
  ticket: TicketDto;
  columns: readonly Column[];
  marks: readonly Mark[];
}) {
  const shown = new Set(columns);
  return (
    <>
      {shown.has('number') ? <span className="tabular font-mono">#{ticket.number}</span> : null}
      {shown.has('urgency') ? <UrgencyFact level={ticket.urgency ?? 0} /> : null}
      {ticket.call ? <CallFact call={ticket.call} /> : null}
      <RowState ticket={ticket} />
      {ticket.has_draft ? <DraftFact /> : null}
      {shown.has('priority') ? <PriorityFact ticket={ticket} /> : null}
      {shown.has('channel') ? <ChannelFact ticket={ticket} /> : null}
      {shown.has('language') ? <Languages codes={ticket.languages} /> : null}
      {shown.has('topic') && ticket.topic ? <Topic topic={ticket.topic} /> : null}
      {shown.has('tags') ? <Tags tags={ticket.tags ?? []} /> : null}
      <span className="flex-1" />
      <RowMarks marks={marks} />
      {shown.has('assignee') ? <Holder ticket={ticket} /> : null}
    </>
  );
}

/** The reader's own unsent text; whatever the columns are. */
function DraftFact() {
  const t = useTranslations('desk.row');
  return (
    <span className="inline-flex shrink-0 items-center gap-1 text-accent">
      <PencilLine aria-hidden className="size-3" />
      {t('draft')}
    </span>
  );
}

const TONE = ['', 'text-ink-2', 'font-[550] text-priority-high', 'font-[550] text-priority-urgent'] as const;

function UrgencyFact({ level }: { level: UrgencyLevel }) {
  const u = useTranslations('urgency.level');
  if (level === 0) return null;
  return (
    <span className={cx('inline-flex shrink-0 items-center gap-1', TONE[level])}>
      <UrgencyGlyph level={level} className="size-3.5" />
      {u(`${level}`)}
    </span>
  );
}

function PriorityFact({ ticket: { priority } }: { ticket: TicketDto }) {
  const c = useTranslations('common.priority');
  if (priority !== 'URGENT' && priority !== 'HIGH') return null;
  return (
    <span
      className={cx(
        'inline-flex shrink-0 items-center gap-1',
        priority === 'URGENT' ? 'text-priority-urgent' : 'text-priority-high',
      )}
    >
      <PriorityGlyph priority={priority} className="size-3.5" />
      {c(priority)}
    </span>
  );
}

/** As in the administration; what was written on our own pages needs no mark. */
const CHANNEL_ICONS: Partial<Record<Channel, LucideIcon>> = {
  EMAIL: Mail,
  CHAT: MessageCircle,
  MESSENGER: MessagesSquare,
  CALL: Phone,
};

function ChannelFact({ ticket: { channel, call } }: { ticket: TicketDto }) {
  const c = useTranslations('common.channel');
  // its call says it already
  if (call && callState(call)) return null;
  const Icon = CHANNEL_ICONS[channel];
  if (!Icon) return null;
  return (
    <span className="inline-flex shrink-0 items-center gap-1 text-ink-2">
      <Icon aria-hidden className="size-3" />
      {c(channel)}
    </span>
  );
}

function Languages({ codes }: { codes: readonly string[] }) {
  const locale = useLocale();
  return codes.map((code) => (
    <span key={code} title={languageName(code, locale)} className="text-ink-2 uppercase">
      {code}
    </span>
  ));
}

function Topic({ topic }: { topic: string }) {
  const { nameOf } = useTopics();
  return <Chip className="min-w-0 bg-sunken text-ink-2">{nameOf(topic)}</Chip>;
}

/** The first one, and how many more there are; their names are in the tip. */
function Tags({ tags: [first, ...others] }: { tags: readonly string[] }) {
  if (first === undefined) return null;
  const title = [first, ...others].map((one) => `#${one}`).join(' ');
  return (
    <span title={title} className="inline-flex min-w-0 items-center gap-1 text-ink-2">
      <bdi className="truncate">#{first}</bdi>
      {others.length > 0 ? <span className="tabular shrink-0 text-ink-3">+{others.length}</span> : null}
    </span>
  );
}

/** Taken or free, at one glance: a face, one's own in colour, or an empty place. */
function Holder({ ticket }: { ticket: TicketDto }) {
  const t = useTranslations('desk.row');
  const { me } = useStaff();
  const { assigned_agent, assigned_agent_name: name } = ticket;
  if (name)
    return <Avatar name={name} size={20} alone tone={assigned_agent === me.id ? 'accent' : 'plain'} />;
  return (
    <span role="img" aria-label={t('unassigned')} title={t('unassigned')} className="inline-flex shrink-0">
      <CircleDashed
        aria-hidden
        className={cx('size-5 p-0.5', ticket.status === 'OPEN' ? 'text-status-open' : 'text-ink-3')}
      />
    </span>
  );
}
