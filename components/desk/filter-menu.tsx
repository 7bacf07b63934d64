'use client';
import { ListFilter } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/icon-button';
import { Later } from '@/components/ui/later';
import { useFirstTouch } from '@/components/ui/use-first-touch';
import type { ListFilters } from './use-list-filters';

const later = new Later(() => import('./filter-fields'));

/** Narrows the list; each press applies at once and stands in the address. */
export function FilterMenu({ list }: { list: ListFilters }) {
  const t = useTranslations('desk.filter');
  const active = list.changed.length;
  const trigger = (
    <IconButton
      label={active > 0 ? t('labelActive', { count: active }) : t('label')}
      icon={
        <span className="relative">
          <ListFilter aria-hidden className="size-4.5" strokeWidth={1.75} />
          {active > 0 ? (
            <span aria-hidden="true" className="absolute -end-1 -top-1 size-2 rounded-full bg-accent" />
          ) : null}
        </span>
      }
    />
  );
  const { code, button } = useFirstTouch(later, trigger, { 'aria-haspopup': 'dialog' });
  return code ? <code.FilterPopover trigger={button} list={list} /> : button;
}
