'use client';
import { cx } from 'class-variance-authority';
import { Maximize2, Minimize2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { parseAsBoolean, parseAsString, useQueryStates } from 'nuqs';
import { QueryError } from '@/components/data/query-error';
import { useBoard } from '@/components/data/use-board';
import { useTeams } from '@/components/data/use-teams';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { BoardFigures } from './board-figures';
import { BoardPeople } from './board-people';
import { BoardState } from './board-state';
import { BoardWaiting } from './board-waiting';

/** What a lead looks at all day: who is there with what, what waits and why. It also hangs on a wall, alone and large. */
export function Board() {
  const t = useTranslations('board');
  const [{ team, wall }, set] = useQueryStates({
    team: parseAsString,
    wall: parseAsBoolean.withDefault(false),
  });
  const board = useBoard(team);
  const hang = (up: boolean) => {
    void set({ wall: up || null });
    // without it, a screen that does not want to is still filled by the page
    if (up) void document.documentElement.requestFullscreen?.().catch(() => {});
    else if (document.fullscreenElement) void document.exitFullscreen();
  };
  return (
    <div
      className={cx(
        'flex flex-col gap-6',
        wall && 'fixed inset-0 z-30 overflow-auto bg-surface p-4 sm:p-8 2xl:[zoom:1.25]',
      )}
    >
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-3">
        <div>
          <h1 className="text-display">{t('title')}</h1>
          <BoardState at={board.dataUpdatedAt} />
        </div>
        <div className="flex items-center gap-2">
          <TeamSelect team={team} onChange={(id) => void set({ team: id })} />
          <Button
            variant="quiet"
            icon={
              wall ? (
                <Minimize2 aria-hidden className="size-4" />
              ) : (
                <Maximize2 aria-hidden className="size-4" />
              )
            }
            onClick={() => hang(!wall)}
          >
            {t(wall ? 'leaveWall' : 'wall')}
          </Button>
        </div>
      </div>
      {board.error && !board.data ? (
        <QueryError title={t('failed')} query={board} />
      ) : (
        <div aria-busy={board.data === undefined} className="flex flex-col gap-8">
          <BoardFigures board={board.data} team={team} />
          <div className="grid gap-x-12 gap-y-10 xl:grid-cols-[minmax(0,6fr)_minmax(0,5fr)]">
            <BoardPeople board={board.data} />
            <BoardWaiting board={board.data} />
          </div>
        </div>
      )}
    </div>
  );
}

function TeamSelect({ team, onChange }: { team: string | null; onChange: (id: string | null) => void }) {
  const t = useTranslations('board');
  const teams = useTeams().data ?? [];
  if (teams.length === 0) return null;
  return (
    <div className="w-44">
      <Select
        aria-label={t('team')}
        value={team ?? ''}
        onValueChange={(id) => onChange(id || null)}
        items={[
          { value: '', label: t('allTeams') },
          ...teams.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </div>
  );
}
