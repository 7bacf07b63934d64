'use client';
import { ArrowDownWideNarrow } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuRadio } from '@/components/ui/menu';
import type { ListTicketsQuery } from '@/lib/schemas/list-tickets';
import { SORTS } from '@/lib/schemas/values';

type Sort = ListTicketsQuery['sort'];

export function SortMenu({ sort, onSort }: { sort: Sort; onSort: (sort: Sort) => void }) {
  const t = useTranslations('desk.sort');
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          label={t('label', { sort: t(sort) })}
          icon={<ArrowDownWideNarrow aria-hidden className="size-4.5" strokeWidth={1.75} />}
        />
      }
    >
      <MenuRadio
        label={t('title')}
        value={sort}
        onValueChange={onSort}
        choices={SORTS.map((value) => ({ value, label: t(value) }))}
      />
    </Menu>
  );
}
