'use client';
import { cx } from 'class-variance-authority';
import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useStaffChoice } from '@/components/data/use-staff-choice';
import { Avatar } from '@/components/ui/avatar';
import { controlStyle } from '@/components/ui/control-style';
import type { PickItem } from '@/components/ui/pick-list';
import { PickMenu } from '@/components/ui/pick-menu';

interface PersonPickerProps {
  /** What is chosen here; the choice is said after it. */
  label: string;
  value: string;
  onPick: (value: string) => void;
  /** Choices before and after the colleagues. */
  before?: PickItem[];
  after?: PickItem[];
  /** A person who cannot be chosen. */
  without?: string;
  /** Those who left can be chosen as well. */
  former?: boolean;
  /** Stands for a choice that was not found yet. */
  unknown?: string;
}

/** Chooses one of the staff, however many there are: the list searches on the server as one types. */
export function PersonPicker({
  label,
  value,
  onPick,
  before = [],
  after = [],
  without,
  former,
  unknown,
}: PersonPickerProps) {
  const t = useTranslations('people.pick');
  const { people, search } = useStaffChoice({ former });
  const colleagues = people
    .filter(({ id }) => id !== without)
    .map(({ id, name }) => ({ value: id, label: name, icon: <Avatar name={name} size={20} /> }));
  const items = [...before, ...colleagues, ...after];
  const chosen = items.find((item) => item.value === value);
  const name = chosen?.label ?? (value ? unknown : undefined);
  return (
    <PickMenu
      trigger={
        <button
          type="button"
          aria-label={name ? `${label}: ${name}` : label}
          className={cx(controlStyle, 'flex h-control items-center gap-2 px-2.5 text-start')}
        >
          {chosen?.icon}
          <bdi className={cx('min-w-0 flex-1 truncate', !name && 'text-ink-3')}>{name ?? label}</bdi>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-3" />
        </button>
      }
      items={items}
      value={value}
      onPick={onPick}
      onSearch={search}
      filterLabel={t('find')}
      emptyText={t('nobody')}
    />
  );
}
