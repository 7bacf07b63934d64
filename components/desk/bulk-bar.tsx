'use client';
import { AlarmClock, CircleDot, Flag, Tag, UserRound, X } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo, useState } from 'react';
import { actionOf } from '@/components/acts/act-value';
import { STATUSES_BY_HAND, useActItems } from '@/components/acts/use-act-items';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { PickMenu } from '@/components/ui/pick-menu';
import type { TicketDto } from '@/lib/schemas/ticket';
import type { TicketActions } from '@/lib/schemas/ticket-actions';
import type { ViewFilter } from '@/lib/schemas/view';
import { useBulkActs } from './bulk-acts';
import { BulkMore } from './bulk-more';
import { useCommandPart } from './commands/command-context';
import { useDesk } from './desk-context';
import type { Row } from './hold-list';
import { SnoozeChoices } from './lifecycle/snooze-choices';
import { TagPicker } from './tag-picker';
import type { useSelection } from './use-selection';

// seldom used, so loaded when it is
const MergeManyDialog = dynamic(() =>
  import('./lifecycle/merge-many-dialog').then((file) => file.MergeManyDialog),
);

const ICON = 'size-4.5';
/** More are hardly one conversation. */
const MERGE_MOST = 20;

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
  const { run } = useBulkActs();
  // as they were chosen: those that are merged leave the list one after the other
  const [merging, setMerging] = useState<readonly TicketDto[] | null>(null);
  const tickets = useMemo(
    () => rows.flatMap(({ ticket }) => (selected.has(ticket.id) ? [ticket] : [])),
    [rows, selected],
  );
  const tags = useMemo(() => [...new Set(tickets.flatMap((ticket) => ticket.tags ?? []))], [tickets]);
  const isAll = allMatching && matching !== undefined;
  const merge =
    !isAll && tickets.length > 1 && tickets.length <= MERGE_MOST ? () => setMerging(tickets) : null;
  const act = (actions: TicketActions) =>
    void run(isAll ? { filter: matching, actions } : { ticket_ids: [...selected], actions }).then(
      (changed) => changed && clear(),
    );
  useCommandPart('chosen', {
    tickets,
    isAll,
    assign: (person) => act({ assigned_agent: person?.id ?? null }),
    setStatus: (status) => act({ status }),
    statuses: STATUSES_BY_HAND,
    setPriority: (priority) => act({ priority }),
    addTag: (tag) => act({ add_tags: [tag] }),
    removeTag: (tag) => act({ remove_tags: [tag] }),
    merge,
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
        <BulkMore onAct={act} onMerge={merge} />
        <IconButton label={t('clear')} icon={<X aria-hidden className={ICON} />} onClick={clear} />
      </div>
      {merging ? (
        <MergeManyDialog tickets={merging} onClose={() => setMerging(null)} onMerged={clear} />
      ) : null}
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
