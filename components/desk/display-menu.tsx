'use client';
import { Download, SlidersHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { addressOf } from '@/components/data/api';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuCheckbox, MenuGroup, MenuItem, MenuRadio, MenuSeparator } from '@/components/ui/menu';
import { COLUMNS, GROUPS } from '@/lib/schemas/values';
import { useDensity } from './use-density';
import type { ListFilters } from './use-list-filters';

const NONE = '';

/** How the list looks: its groups, the facts of its rows, how close they stand. And the way out as a file. */
export function DisplayMenu({ list }: { list: ListFilters }) {
  const t = useTranslations('views.display');
  const d = useTranslations('desk.list');
  const [density, setDensity] = useDensity();
  const { columns } = list;
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          label={t('label')}
          icon={<SlidersHorizontal aria-hidden className="size-4.5" strokeWidth={1.75} />}
        />
      }
    >
      <MenuRadio
        label={t('density')}
        value={density}
        onValueChange={setDensity}
        choices={[
          { value: 'comfortable', label: t('comfortable') },
          { value: 'compact', label: t('compact') },
        ]}
      />
      <MenuSeparator />
      <MenuRadio
        label={t('group')}
        value={list.group ?? NONE}
        onValueChange={(group) => void list.setGroup(group || null)}
        choices={[
          { value: NONE, label: t('by.none') },
          ...GROUPS.map((value) => ({ value, label: t(`by.${value}`) })),
        ]}
      />
      <MenuSeparator />
      <MenuGroup label={t('columns')}>
        {COLUMNS.map((column) => (
          <MenuCheckbox
            key={column}
            checked={columns.includes(column)}
            onCheckedChange={(on) =>
              void list.setColumns(COLUMNS.filter((one) => (one === column ? on : columns.includes(one))))
            }
          >
            {t(`column.${column}`)}
          </MenuCheckbox>
        ))}
      </MenuGroup>
      <MenuSeparator />
      <MenuItem
        icon={<Download aria-hidden className="size-4" strokeWidth={1.75} />}
        onClick={() => window.location.assign(addressOf('/tickets/export.csv', { ...list.filters }))}
      >
        {d('export')}
      </MenuItem>
    </Menu>
  );
}
