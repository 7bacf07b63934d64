'use client';
import { History } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTicketContext } from '@/components/data/use-ticket-context';
import { Button } from '@/components/ui/button';
import { earlierConversation } from '@/lib/rules/earlier-conversation';
import { can } from '@/lib/rules/permissions';
import type { TicketDto } from '@/lib/schemas/ticket';
import { useDesk } from '../desk-context';
import { DeskLink } from '../desk-link';
import { ticketFacts } from '../ticket-facts';
import { StateLine } from './state-line';
import { useMergeInto } from './use-merge-into';

/** "Earlier about the same: continue there", for a customer who writes again (S4). */
export function EarlierLine({ ticket }: { ticket: TicketDto }) {
  const t = useTranslations('lifecycle.earlier');
  const { me, go, hrefFor } = useDesk();
  const others = useTicketContext(ticket.number).data?.earlier ?? [];
  const merge = useMergeInto(ticket);
  const earlier = earlierConversation(ticket, others, new Date());
  if (!earlier || ticket.split_from || !can(me, 'ticket.merge', ticketFacts(ticket))) return null;
  return (
    <StateLine
      icon={<History aria-hidden className="size-4 shrink-0 text-ink-3" />}
      action={
        <Button
          size="small"
          variant="quiet"
          pending={merge.isPending}
          onClick={() => merge.into({ into: earlier.id })}
        >
          {t('goOn')}
        </Button>
      }
    >
      <DeskLink
        href={hrefFor(earlier.number)}
        onGo={() => go(earlier.number)}
        className="rounded-control text-accent hover:underline"
      >
        {t('line', { number: String(earlier.number), subject: earlier.subject })}
      </DeskLink>
    </StateLine>
  );
}
