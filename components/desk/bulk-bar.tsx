'use client';
import { CircleDot, Flag, Tag, UserRound, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useStaffChoice } from '@/components/data/use-staff-choice';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { PickMenu } from '@/components/ui/pick-menu';
import { PriorityGlyph } from '@/components/ui/priority-glyph';
import { StatusGlyph } from '@/components/ui/status-glyph';
import type { BulkActions } from '@/lib/schemas/bulk';
import { PRIORITIES, type Status } from '@/lib/schemas/values';
import type { ViewFilter } from '@/lib/schemas/view';
import { useBulkAct } from './bulk-acts';
import { useCommandPart } from './commands/command-context';
import { useDesk } from './desk-context';
import type { Row } from './hold-list';
import { TagPicker } from './tag-picker';
import type { useSelection } from './use-selection';

/** What people set on many tickets; the rules refuse it where it does not fit. */
const STATUSES: readonly Status[] = ['IN_PROGRESS', 'WAITING_ON_CUSTOMER', 'RESOLVED', 'CLOSED'];
const NOBODY = 'nobody';
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
  const c = useTranslations('common');
  const { selected, allMatching, clear } = selection;
  const run = useBulkAct();
  const act = (actions: BulkActions) =>
    void run(
      allMatching && matching ? { filter: matching, actions } : { ticket_ids: [...selected], actions },
    ).then((changed) => changed && clear());
  const tags = useMemo(
    () => [...new Set(rows.flatMap(({ ticket }) => (selected.has(ticket.id) ? (ticket.tags ?? []) : [])))],
    [rows, selected],
  );
  useCommandPart('chosen', {
    tickets: rows.flatMap(({ ticket }) => (selected.has(ticket.id) ? [ticket] : [])),
    assign: (person) => act({ assigned_agent: person?.id ?? null }),
    setStatus: (status) => act({ status }),
    statuses: STATUSES,
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
        <AssignPick onPick={(assigned_agent) => act({ assigned_agent })} />
        <Menu
          side="top"
          align="end"
          trigger={<IconButton label={t('status')} icon={<CircleDot aria-hidden className={ICON} />} />}
        >
          {STATUSES.map((status) => (
            <MenuItem key={status} icon={<StatusGlyph status={status} />} onClick={() => act({ status })}>
              {c(`status.${status}`)}
            </MenuItem>
          ))}
        </Menu>
        <Menu
          side="top"
          align="end"
          trigger={<IconButton label={t('priority')} icon={<Flag aria-hidden className={ICON} />} />}
        >
          {PRIORITIES.toReversed().map((priority) => (
            <MenuItem
              key={priority}
              icon={<PriorityGlyph priority={priority} />}
              onClick={() => act({ priority })}
            >
              {c(`priority.${priority}`)}
            </MenuItem>
          ))}
        </Menu>
        <TagPicker
          chosen={tags}
          trigger={<IconButton label={t('tags')} icon={<Tag aria-hidden className={ICON} />} />}
          onAdd={(tag) => act({ add_tags: [tag] })}
          onRemove={(tag) => act({ remove_tags: [tag] })}
        />
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

function AssignPick({ onPick }: { onPick: (id: string | null) => void }) {
  const t = useTranslations('views.bulk');
  const d = useTranslations('desk.ticket');
  const { me } = useDesk();
  const { people, search } = useStaffChoice();
  const items = useMemo(
    () => [
      ...people
        .toSorted((a, b) => Number(b.id === me.id) - Number(a.id === me.id))
        .map((person) => ({
          value: person.id,
          label: person.id === me.id ? d('me', { name: person.name }) : person.name,
          icon: <Avatar name={person.name} size={20} tone={person.is_available ? 'accent' : 'plain'} />,
        })),
      { value: NOBODY, label: d('nobody'), hint: d('nobodyHint') },
    ],
    [people, me.id, d],
  );
  return (
    <PickMenu
      align="end"
      trigger={<IconButton label={t('assign')} icon={<UserRound aria-hidden className={ICON} />} />}
      items={items}
      value={null}
      onPick={(value) => onPick(value === NOBODY ? null : value)}
      onSearch={search}
      filterLabel={d('findPerson')}
      emptyText={d('noPerson')}
    />
  );
}
