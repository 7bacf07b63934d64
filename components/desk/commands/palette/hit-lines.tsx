'use client';
import { Contact } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { Marked } from '@/components/ui/marked';
import { StatusGlyph } from '@/components/ui/status-glyph';
import type { TicketHitDto } from '@/lib/schemas/search';
import { useStaff } from '../../desk-context';
import { usePalette } from './palette-context';
import { PaletteLine } from './palette-line';
import { rememberRecent } from './recent';
import { ticketValue } from './ticket-preview';

export function TicketLine({ hit: { ticket, subject, message_id } }: { hit: TicketHitDto }) {
  const c = useTranslations('common.status');
  const { me, go } = useStaff();
  const { run } = usePalette();
  return (
    <PaletteLine
      value={ticketValue(ticket.number)}
      icon={<StatusGlyph status={ticket.status} />}
      end={
        <span className="flex items-baseline gap-2">
          <bdi className="max-w-32 truncate max-sm:hidden">{ticket.customer.name}</bdi>
          <span className="font-mono text-micro tabular">#{ticket.number}</span>
        </span>
      }
      onChoose={() => {
        rememberRecent(me.id, { kind: 'ticket', number: ticket.number, subject: ticket.subject });
        run(() => go(ticket.number, { message: message_id }));
      }}
    >
      <bdi>
        <Marked pieces={subject} />
      </bdi>
      <span className="sr-only">{c(ticket.status)}</span>
    </PaletteLine>
  );
}

export function CustomerLine({ id, name, detail }: { id: string; name: string; detail: string | null }) {
  const router = useRouter();
  const { me } = useStaff();
  const { run } = usePalette();
  return (
    <PaletteLine
      value={`customer-${id}`}
      icon={detail ? <Avatar name={name} size={20} /> : <Contact aria-hidden className="size-4" />}
      end={detail ? <bdi className="max-w-48 truncate">{detail}</bdi> : null}
      onChoose={() => {
        rememberRecent(me.id, { kind: 'customer', id, name });
        run(() => router.push(`/customers/${id}`));
      }}
    >
      <bdi>{name}</bdi>
    </PaletteLine>
  );
}
