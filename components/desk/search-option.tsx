'use client';
import { Autocomplete } from '@base-ui/react/autocomplete';
import { CornerDownLeft, ListFilter, Lock, SpellCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { floatItemStyle } from '@/components/ui/float-style';
import { Marked, nearFirstHit } from '@/components/ui/marked';
import { StatusGlyph } from '@/components/ui/status-glyph';
import type { CustomerHitDto, TicketHitDto } from '@/lib/schemas/search';
import type { SearchChoice } from './search-choices';

interface SearchOptionProps {
  choice: SearchChoice;
  typed: string;
  onChoose: () => void;
}

/** One line below the search box. */
export function SearchOption({ choice, typed, onChoose }: SearchOptionProps) {
  const t = useTranslations('search');
  return (
    <Autocomplete.Item value={choice} onClick={onChoose} className={floatItemStyle}>
      {choice.kind === 'ticket' ? <TicketLine hit={choice.hit} /> : null}
      {choice.kind === 'customer' ? <CustomerLine customer={choice.customer} /> : null}
      {choice.kind === 'completion' ? (
        <>
          <ListFilter aria-hidden className="size-4 shrink-0 text-ink-3" />
          <span className="min-w-0 flex-1 truncate font-mono text-small">{choice.completion.shown}</span>
        </>
      ) : null}
      {choice.kind === 'suggestion' ? (
        <>
          <SpellCheck aria-hidden className="size-4 shrink-0 text-ink-3" />
          <span className="min-w-0 flex-1 truncate">{t('didYouMean', { suggestion: choice.text })}</span>
        </>
      ) : null}
      {choice.kind === 'all' ? (
        <>
          <CornerDownLeft aria-hidden className="size-4 shrink-0 text-ink-3" />
          <span className="min-w-0 flex-1 truncate">{t('all', { q: typed })}</span>
        </>
      ) : null}
    </Autocomplete.Item>
  );
}

function TicketLine({ hit: { ticket, subject, snippet, is_internal } }: { hit: TicketHitDto }) {
  const t = useTranslations('search');
  const c = useTranslations('common.status');
  return (
    <>
      <StatusGlyph status={ticket.status} className="mt-1 size-4 self-start" />
      <span className="min-w-0 flex-1 py-0.5">
        <span className="flex items-baseline gap-2">
          <bdi className="min-w-0 flex-1 truncate font-[580]">
            <Marked pieces={subject} />
          </bdi>
          <span className="tabular shrink-0 font-mono text-micro text-ink-3">#{ticket.number}</span>
        </span>
        <span className="flex items-center gap-1.5 text-small text-ink-3">
          <bdi className="max-w-[40%] shrink-0 truncate text-ink-2">{ticket.customer.name}</bdi>
          <span className="sr-only">{c(ticket.status)}</span>
          {is_internal ? (
            <span className="inline-flex shrink-0 items-center gap-1 text-note-ink">
              <Lock aria-hidden className="size-3" />
              {t('note')}
            </span>
          ) : null}
          {snippet.length > 0 ? (
            <span dir="auto" className="min-w-0 truncate">
              <Marked pieces={nearFirstHit(snippet)} />
            </span>
          ) : null}
        </span>
      </span>
    </>
  );
}

function CustomerLine({ customer }: { customer: CustomerHitDto }) {
  const t = useTranslations('search');
  return (
    <>
      <Avatar name={customer.name} size={20} />
      <bdi className="min-w-0 truncate font-[580]">{customer.name}</bdi>
      <span className="min-w-0 flex-1 truncate text-small text-ink-3">
        {[customer.email, customer.phone, customer.external_id].filter(Boolean).join(' · ') || t('noAddress')}
      </span>
    </>
  );
}
