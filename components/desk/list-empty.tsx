'use client';
import { useTranslations } from 'next-intl';
import { useAvailability } from '@/components/data/use-availability';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { ViewKey } from '@/lib/rules/views';
import type { ListView } from './use-list-filters';

interface ListEmptyProps {
  view: ListView;
  narrowed: boolean;
  onClear: () => void;
}

/** Why the list is empty and, where there is one, the next step. */
export function ListEmpty({ view, narrowed, onClear }: ListEmptyProps) {
  const t = useTranslations('desk.empty');
  const v = useTranslations('views.empty');
  const availability = useAvailability().data;
  if (narrowed) {
    return (
      <EmptyState
        title={t('filtered')}
        action={
          <Button variant="secondary" onClick={onClear}>
            {t('clear')}
          </Button>
        }
      >
        {t('filteredDetail')}
      </EmptyState>
    );
  }
  const away = view.key === 'mine' && availability?.is_available === false;
  return (
    <EmptyState
      title={view.owner === 'desk' ? t(`${view.key as ViewKey}.title`) : v('title')}
      icon={
        <svg
          aria-hidden="true"
          viewBox="0 0 48 48"
          className="size-10"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        >
          <circle cx="24" cy="24" r="19" strokeDasharray="3 4.5" />
          <path d="m16.5 24.5 5.5 5.5 10-11.5" className="stroke-accent" strokeWidth="2.5" />
        </svg>
      }
    >
      {view.owner !== 'desk' ? v('detail') : away ? t('mine.away') : t(`${view.key as ViewKey}.detail`)}
    </EmptyState>
  );
}
