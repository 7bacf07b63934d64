'use client';
import { AlarmClock, CircleDot, Flag, Tag, UserRound, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import { actionOf } from '@/components/acts/act-value';
import { STATUSES_BY_HAND, useActItems } from '@/components/acts/use-act-items';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { PickMenu } from '@/components/ui/pick-menu';
import type { TicketActions } from '@/lib/schemas/ticket-actions';
import type { ViewFilter } from '@/lib/schemas/view';
import { useBulkAct } from './bulk-acts';
import { BulkMore } from './bulk-more';
import { useCommandPart } from './commands/command-context';
import { useDesk } from './desk-context';
import type { Row } from './hold-list';
import { SnoozeChoices } from './lifecycle/snooze-choices';
import { TagPicker } from './tag-picker';
import type { useSelection } from './use-selection';

const ICON = 'size-4.5';

interface BulkBarProps {
  rows: readonly Row[];
  selection: ReturnType<typeof useSelection>;
  matching?: ViewFilter;
  hasMore: boolean;
}

/** Acts on what is chosen. All that match, beyond what is loaded, only when that was said. */
export function BulkBar({ rows, selection, matching, hasMore }: BulkBarProps) {
  const t = useTranslations('views.bulk');
  const { selected, allMatching, clear } = selection;
  const run = useBulkAct();
  const act = (actions: TicketActions) =>
    void run(
      allMatching && matching ? { filter: matching, actions } : { ticket_ids: [...selected], actions },
    ).then((changed) => changed && clear());
  const tags = useMemo(
    () => [...new Set(rows.flatMap(({ ticket }) => (selected.has(ticket.id) ? (ticket.tags ?? []) : [])))],
    [rows, selected],
  );
  useCommandPart('chosen', {
    tickets: rows.flatMap(({ ticket }) => (selected.has(ticket.id) ? [ticket] : [])),
    isAll: allMatching && matching !== undefined,
    assign: (person) => act({ assigned_agent: person?.id ?? null }),
    setStatus: (status) => act({ status }),
    statuses: STATUSES_BY_HAND,
    setPriority: (priority) => act({ priority }),
    addTag: (tag) => act({ add_tags: [tag] }),
    removeTag: (tag) => act({ remove_tags: [tag] }),
  });
  const loaded = selected.size === rows.length;
  return (
    <section
      aria-label={t('label')}
      className="absolute inset-x-2 bottom-2 z-20 rounded-float border bg-raised shadow-float"
    >
      <div className="flex items-center gap-0.5 ps-3 pe-1 py-1">
        <p role="status" className="tabular me-auto truncate text-small font-[600] text-ink">
          {allMatching ? t('allChosen') : t('chosen', { count: selected.size })}
        </p>
        <AssignPick onAct={act} />
        <ActMenu name="status" icon={<CircleDot aria-hidden className={ICON} />} onAct={act} />
        <ActMenu name="priority" icon={<Flag aria-hidden className={ICON} />} onAct={act} />
        <TagPicker
          chosen={tags}
          trigger={<IconButton label={t('tags')} icon={<Tag aria-hidden className={ICON} />} />}
          onAdd={(tag) => act({ add_tags: [tag] })}
          onRemove={(tag) => act({ remove_tags: [tag] })}
        />
        <SnoozeChoices
          side="top"
          trigger={<IconButton label={t('snooze')} icon={<AlarmClock aria-hidden className={ICON} />} />}
          onSleep={(until) => act({ snooze: { until } })}
        />
        <BulkMore onAct={act} />
        <IconButton label={t('clear')} icon={<X aria-hidden className={ICON} />} onClick={clear} />
      </div>
      {matching && !allMatching && (!loaded || hasMore) ? (
        <div className="flex flex-wrap gap-1 border-t px-1.5 py-1">
          {loaded ? null : (
            <Button variant="quiet" size="small" onClick={selection.chooseLoaded}>
              {t('chooseLoaded', { count: rows.length })}
            </Button>
          )}
          <Button variant="quiet" size="small" onClick={selection.chooseAllMatching}>
            {t('chooseAll')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function AssignPick({ onAct }: { onAct: (actions: TicketActions) => void }) {
  const t = useTranslations('views.bulk');
  const d = useTranslations('desk.ticket');
  const { me } = useDesk();
  const { items, search } = useActItems({ meId: me.id });
  return (
    <PickMenu
      align="end"
      trigger={<IconButton label={t('assign')} icon={<UserRound aria-hidden className={ICON} />} />}
      items={items.assigned_agent}
      value={null}
      onPick={(value) => onAct(actionOf('assigned_agent', value))}
      onSearch={search}
      filterLabel={d('findPerson')}
      emptyText={d('noPerson')}
    />
  );
}

interface ActMenuProps {
  name: 'status' | 'priority';
  icon: ReactNode;
  onAct: (actions: TicketActions) => void;
}

function ActMenu({ name, icon, onAct }: ActMenuProps) {
  const t = useTranslations('views.bulk');
  const { items } = useActItems();
  return (
    <Menu side="top" align="end" trigger={<IconButton label={t(name)} icon={icon} />}>
      {items[name].map((item) => (
        <MenuItem key={item.value} icon={item.icon} onClick={() => onAct(actionOf(name, item.value))}>
          {item.label}
        </MenuItem>
      ))}
    </Menu>
  );
}
