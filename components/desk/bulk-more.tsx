'use client';
import { Ellipsis, Merge } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { actionOf, type ChoiceName, NONE } from '@/components/acts/act-value';
import { useActItems } from '@/components/acts/use-act-items';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuGroup, MenuItem } from '@/components/ui/menu';
import type { TicketActions } from '@/lib/schemas/ticket-actions';

const REST = ['follow', 'topic', 'team'] as const satisfies ChoiceName[];

interface BulkMoreProps {
  onAct: (actions: TicketActions) => void;
  /** Null where they cannot become one. */
  onMerge: (() => void) | null;
}

/** What is done to many less often. */
export function BulkMore({ onAct, onMerge }: BulkMoreProps) {
  const t = useTranslations('macros.editor');
  const b = useTranslations('views.bulk');
  const m = useTranslations('lifecycle.merge.many');
  const { items } = useActItems();
  return (
    <Menu
      side="top"
      align="end"
      trigger={<IconButton label={b('more')} icon={<Ellipsis aria-hidden className="size-4.5" />} />}
    >
      {onMerge ? (
        <MenuItem icon={<Merge aria-hidden className="size-4 text-ink-2" />} onClick={onMerge}>
          {m('open')}
        </MenuItem>
      ) : null}
      {REST.filter((name) => items[name].some(({ value }) => value !== NONE)).map((name) => (
        <MenuGroup key={name} label={t(name)}>
          {items[name].map(({ value, label }) => (
            <MenuItem key={value} onClick={() => onAct(actionOf(name, value))}>
              {label}
            </MenuItem>
          ))}
        </MenuGroup>
      ))}
    </Menu>
  );
}
