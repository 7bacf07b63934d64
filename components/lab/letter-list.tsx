'use client';
import { ArrowDownLeft, ArrowUpRight, MailPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { QueryError } from '@/components/data/query-error';
import { useLabLetters } from '@/components/data/use-lab-mail';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import type { LabLetterDto } from '@/lib/schemas/lab-mail';
import { PanelSkeleton } from './panel-skeleton';

interface LetterListProps {
  customer: string;
  onOpen: (id: string) => void;
}

/** What came can be opened; what was sent tells what the desk made of it. */
export function LetterList({ customer, onOpen }: LetterListProps) {
  const t = useTranslations('lab.mailbox');
  const letters = useLabLetters(customer);
  if (letters.isError && !letters.data) return <QueryError title={t('failed')} query={letters} />;
  if (!letters.data) return <PanelSkeleton />;
  if (letters.data.length === 0) {
    return (
      <EmptyState icon={<MailPlus aria-hidden className="size-8" strokeWidth={1.25} />} title={t('empty')}>
        {t('emptyHint')}
      </EmptyState>
    );
  }
  return (
    <ul aria-label={t('list')} className="scrolling min-h-0 flex-1">
      {letters.data.map((letter) => (
        <li key={letter.id} className="border-b border-line">
          {letter.direction === 'received' ? (
            <button
              type="button"
              onClick={() => onOpen(letter.id)}
              className="w-full px-4 py-3 text-start hover:bg-hover focus-visible:-outline-offset-2"
            >
              <Row letter={letter} icon={<ArrowDownLeft aria-hidden className="size-4 rtl:-scale-x-100" />}>
                {t('received')}
              </Row>
            </button>
          ) : (
            <div className="px-4 py-3">
              <Row letter={letter} icon={<ArrowUpRight aria-hidden className="size-4 rtl:-scale-x-100" />}>
                <Ended letter={letter} />
              </Row>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function Row({ letter, icon, children }: { letter: LabLetterDto; icon: ReactNode; children: ReactNode }) {
  const t = useTranslations('mailbox');
  const received = letter.direction === 'received';
  return (
    <span className="flex gap-2.5">
      <span className={received ? 'mt-0.5 text-accent' : 'mt-0.5 text-ink-3'}>{icon}</span>
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-3">
          <span
            dir="auto"
            className={`min-w-0 flex-1 truncate text-ui ${received ? 'font-[600] text-ink' : 'text-ink-2'}`}
          >
            {letter.subject || t('noSubject')}
          </span>
          <RelativeTime value={letter.created_at} className="shrink-0 text-small text-ink-3" />
        </span>
        <span className="block text-small text-ink-2">{children}</span>
      </span>
    </span>
  );
}

/** Where a letter ended, as the newcomer's first sight of routing. */
function Ended({ letter: { ticket, state } }: { letter: LabLetterDto }) {
  const t = useTranslations('lab.mailbox');
  if (!ticket) return t(state === 'received' ? 'reading' : 'aside');
  if (ticket.assigned_agent) return t('with', { number: ticket.number, name: ticket.assigned_agent });
  return t('waits', { number: ticket.number });
}
