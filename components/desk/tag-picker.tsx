'use client';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { useTags } from '@/components/data/use-tags';
import { PickMenu } from '@/components/ui/pick-menu';
import { tidyTag } from './tidy-tag';

interface TagPickerProps {
  trigger: ReactElement;
  chosen: readonly string[];
  onAdd: (tag: string) => void;
  /** Offered for what is chosen, where it cannot be taken off elsewhere. */
  onRemove?: (tag: string) => void;
  align?: 'start' | 'end';
}

const REMOVE = '-';

/** Tags that were given before, or a new one as it is typed. */
export function TagPicker({ trigger, chosen, onAdd, onRemove, align = 'end' }: TagPickerProps) {
  const t = useTranslations('views.tags');
  const { tags, text, search } = useTags();
  const typed = tidyTag(text);
  const isNew = typed !== '' && !tags.includes(typed) && !chosen.includes(typed);
  return (
    <PickMenu
      align={align}
      trigger={trigger}
      items={[
        ...tags.filter((one) => onRemove || !chosen.includes(one)).map((one) => ({ value: one, label: one })),
        ...(isNew
          ? [{ value: typed, label: t('new', { tag: typed }), icon: <Plus aria-hidden className="size-4" /> }]
          : []),
        ...(onRemove
          ? chosen.map((one) => ({
              value: REMOVE + one,
              label: t('takeOff', { tag: one }),
              icon: <X aria-hidden className="size-4 text-ink-3" />,
            }))
          : []),
      ]}
      value={null}
      onPick={(value) => {
        const taken = chosen.find((one) => value === REMOVE + one);
        if (onRemove && taken !== undefined) onRemove(taken);
        else onAdd(value);
      }}
      onSearch={search}
      filterLabel={t('find')}
      emptyText={t('empty')}
    />
  );
}
