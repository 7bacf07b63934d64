'use client';
import { UserPlus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTicketByNumber } from '@/components/data/use-ticket-by-number';
import { Button } from '@/components/ui/button';
import type { TicketDto } from '@/lib/schemas/ticket';
import { useLifecycleChoices } from './lifecycle-items';

// seldom used, so loaded when it is
const AddSenderDialog = dynamic(() => import('./add-sender-dialog').then((file) => file.AddSenderDialog));

interface AddSenderProps {
  ticket: TicketDto;
  /** The other one of the two. */
  other: number;
  /** Is `ticket` the one that the stranger's answer began? */
  isBegun: boolean;
}

/**
 * Somebody answered a ticket that he is not on, and his answer began one of its own (product 2.11): here it is brought to
 * the one that he answered, as long as both are open. Who leaves it keeps them apart.
 */
export function AddSender({ ticket, other: number, isBegun }: AddSenderProps) {
  const t = useTranslations('lifecycle.apart');
  const [open, setOpen] = useState(false);
  const mayMerge = useLifecycleChoices(ticket).includes('merge');
  const { data: other } = useTicketByNumber(mayMerge ? number : 0);
  if (!mayMerge || other?.number !== number || other.status === 'CLOSED' || other.is_deleted) return null;
  const [source, target] = isBegun ? [ticket, other] : [other, ticket];
  return (
    <>
      <Button
        size="small"
        icon={<UserPlus aria-hidden className="size-3.5" />}
        onClick={() => setOpen(true)}
        className="mt-1 mb-1.5"
      >
        {t('add', { number: String(target.number) })}
      </Button>
      {open ? <AddSenderDialog source={source} target={target} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
