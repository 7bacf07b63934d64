'use client';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

interface MoreButtonProps {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  /** Where "show more" does not say enough. */
  label?: string;
}

/** Below a list that is read page by page, as long as there is more of it. */
export function MoreButton({ list, label }: MoreButtonProps) {
  const t = useTranslations('common');
  if (!list.hasNextPage) return null;
  return (
    <div className="mt-4 flex justify-center">
      <Button variant="quiet" pending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {label ?? t('more')}
      </Button>
    </div>
  );
}
