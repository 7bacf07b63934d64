'use client';
import { Hourglass, Merge, Split } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { MenuItem } from '@/components/ui/menu';
import { can } from '@/lib/rules/permissions';
import type { TicketDto } from '@/lib/schemas/ticket';
import { useDesk } from '../desk-context';
import { ticketFacts } from '../ticket-facts';

// seldom used, so loaded when it is
const MergeDialog = dynamic(() => import('./merge-dialog').then((file) => file.MergeDialog));
const SplitDialog = dynamic(() => import('./split-dialog').then((file) => file.SplitDialog));
const PromiseDialog = dynamic(() => import('./promise-dialog').then((file) => file.PromiseDialog));

export type LifecycleDialog = 'promise' | 'merge' | 'split';
const ICONS = { promise: Hourglass, merge: Merge, split: Split };

/** Watch for an answer, merge, split: what the rules let this person do. */
export function useLifecycleChoices(ticket: TicketDto): readonly LifecycleDialog[] {
  const { me } = useDesk();
  const facts = ticketFacts(ticket);
  if (ticket.merged_into || ticket.is_deleted || ticket.status === 'CLOSED') return [];
  return [
    ...(ticket.status !== 'RESOLVED' && can(me, 'ticket.snooze', facts) ? (['promise'] as const) : []),
    ...(can(me, 'ticket.merge', facts) ? (['merge', 'split'] as const) : []),
  ];
}

interface ItemsProps {
  choices: readonly LifecycleDialog[];
  onChoose: (dialog: LifecycleDialog) => void;
}

export function LifecycleItems({ choices, onChoose }: ItemsProps) {
  const t = useTranslations('lifecycle');
  return choices.map((dialog) => {
    const Icon = ICONS[dialog];
    return (
      <MenuItem
        key={dialog}
        icon={<Icon aria-hidden className="size-4 text-ink-2" />}
        onClick={() => onChoose(dialog)}
      >
        {t(`${dialog}.menu`)}
      </MenuItem>
    );
  });
}

interface DialogsProps {
  ticket: TicketDto;
  open: LifecycleDialog | null;
  onClose: () => void;
}

export function LifecycleDialogs({ ticket, open, onClose }: DialogsProps) {
  const props = { ticket, open: true, onOpenChange: onClose };
  if (open === 'promise') return <PromiseDialog {...props} />;
  if (open === 'merge') return <MergeDialog {...props} />;
  return open === 'split' ? <SplitDialog {...props} /> : null;
}
