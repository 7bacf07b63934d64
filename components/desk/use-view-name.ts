'use client';
import { useTranslations } from 'next-intl';
import { useViews } from '@/components/data/use-views';
import { VIEW_KEYS, type ViewKey } from '@/lib/rules/views';

/** What a view of an address is called. */
export function useViewName(): (key: string) => string {
  const t = useTranslations('desk.view');
  const v = useTranslations('views');
  const views = useViews().data;
  return (key) =>
    VIEW_KEYS.includes(key as ViewKey) ? t(key as ViewKey) : (views?.get(key)?.name ?? v('loading'));
}
