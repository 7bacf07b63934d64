'use client';
import { Archive, ArrowDown, ArrowUp, Ellipsis, Pencil } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Chip } from '@/components/ui/chip';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import type { TopicDto } from '@/lib/schemas/topic';

interface TopicRowProps {
  topic: TopicDto;
  /** From 0. */
  place: number;
  count: number;
  onOpen: () => void;
  onMove: (to: number) => void;
  onArchive: () => void;
}

/** The name opens it; Alt with an arrow moves it, and so does the menu. */
export function TopicRow({ topic, place, count, onOpen, onMove, onArchive }: TopicRowProps) {
  const t = useTranslations('workspace.topics');
  const locale = useLocale();
  const others = Object.entries(topic.names ?? {}).filter(([language]) => language !== locale);
  const icon = 'size-4 text-ink-3';
  return (
    <li className="relative flex min-h-14 items-center gap-3 border-b py-2 hover:bg-hover">
      <span aria-hidden className="tabular w-6 shrink-0 text-end text-small text-ink-3">
        {place + 1}
      </span>
      <div className="min-w-0 flex-1">
        <button
          type="button"
          data-topic={topic.key}
          onClick={onOpen}
          onKeyDown={(event) => {
            if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
            event.preventDefault();
            onMove(place + (event.key === 'ArrowUp' ? -1 : 1));
          }}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          className="block max-w-full truncate text-start text-ui font-[600] text-ink before:absolute before:inset-0 before:content-[''] hover:underline"
        >
          {topic.name}
        </button>
        {others.length > 0 ? (
          <span className="block truncate text-small text-ink-3">
            {others.map(([, name]) => name).join(' · ')}
          </span>
        ) : null}
      </div>
      <div className="flex min-w-0 max-w-1/2 flex-wrap justify-end gap-1 max-sm:hidden">
        {topic.team ? <Chip className="bg-selected text-ink">{topic.team.name}</Chip> : null}
        {topic.skills?.map((skill) => (
          <Chip key={skill}>{skill}</Chip>
        ))}
      </div>
      <div className="relative">
        <Menu
          align="end"
          trigger={
            <IconButton
              label={t('more', { name: topic.name })}
              icon={<Ellipsis aria-hidden className="size-4" />}
            />
          }
        >
          <MenuItem icon={<Pencil aria-hidden className={icon} />} onClick={onOpen}>
            {t('edit')}
          </MenuItem>
          <MenuItem
            icon={<ArrowUp aria-hidden className={icon} />}
            shortcut="Alt ↑"
            disabled={place === 0}
            onClick={() => onMove(place - 1)}
          >
            {t('up')}
          </MenuItem>
          <MenuItem
            icon={<ArrowDown aria-hidden className={icon} />}
            shortcut="Alt ↓"
            disabled={place === count - 1}
            onClick={() => onMove(place + 1)}
          >
            {t('down')}
          </MenuItem>
          <MenuSeparator />
          <MenuItem icon={<Archive aria-hidden className={icon} />} onClick={onArchive}>
            {t('archive')}
          </MenuItem>
        </Menu>
      </div>
    </li>
  );
}
