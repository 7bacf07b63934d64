'use client';
import { cx } from 'class-variance-authority';
import Link from 'next/link';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { usePresenceText } from '@/components/data/use-presence-text';
import { PresenceGlyph } from '@/components/desk/presence-glyph';
import { EmptyState } from '@/components/ui/empty-state';
import { languageName } from '@/components/ui/language-name';
import { RelativeTime } from '@/components/ui/relative-time';
import { Skeleton } from '@/components/ui/skeleton';
import { presenceOf } from '@/lib/rules/presence';
import type { BoardDto, PersonOnBoard } from '@/lib/schemas/board';
import { CHANNELS } from '@/lib/schemas/values';
import { LoadBar } from './load-bar';

const NO_CALLS = CHANNELS.filter((channel) => channel !== 'CALL').join(',');

/** Who is there, since when, and what each holds of what he may. Who is offline and holds nothing is a number. */
export function BoardPeople({ board }: { board: BoardDto | undefined }) {
  const t = useTranslations('board');
  const withTotal = board?.people.some(({ capacity_total }) => capacity_total !== null) ?? false;
  return (
    <section aria-labelledby="board-people" className="min-w-0">
      <h2 id="board-people" className="mb-2 text-heading">
        {t('people.title')}
      </h2>
      {board?.people.length === 0 ? (
        <EmptyState title={t('people.nobody')} />
      ) : (
        <ul className="border-t">
          {board
            ? board.people.map((person) => (
                <PersonRow key={person.id} person={person} withTotal={withTotal} />
              ))
            : [0, 1, 2, 3].map((row) => (
                <li key={row} className="flex h-15 items-center border-b">
                  <Skeleton className="w-1/3" />
                </li>
              ))}
        </ul>
      )}
      {board && board.offline > 0 ? (
        <p className="mt-3 text-small text-ink-3">
          <Link href="/admin/people" prefetch={false} className="underline-offset-4 hover:underline">
            {t('people.offline', { n: board.offline })}
          </Link>
        </p>
      ) : null}
    </section>
  );
}

/** @param withTotal somebody's load has a limit over all kinds, so the bars of all of them stand in three columns. */
function PersonRow({ person, withTotal }: { person: PersonOnBoard; withTotal: boolean }) {
  const t = useTranslations('board');
  const locale = useLocale();
  const format = useFormatter();
  const presence = usePresenceText();
  const { id, name, load, load_calls, capacity_total } = person;
  const held = `/desk/all?assignee=${id}`;
  return (
    <li
      className={cx(
        'grid items-center gap-x-4 gap-y-2 border-b py-2.5',
        withTotal
          ? 'grid-cols-3 sm:grid-cols-[minmax(9rem,1fr)_repeat(3,minmax(4.5rem,8.5rem))]'
          : 'grid-cols-2 sm:grid-cols-[minmax(9rem,1fr)_repeat(2,minmax(4.5rem,8.5rem))]',
      )}
    >
      <div className="col-span-full flex min-w-0 items-start gap-2.5 sm:col-span-1">
        <PresenceGlyph presence={presenceOf(person.presence)} className="mt-0.5" />
        <div className="min-w-0">
          <Link
            href={`/admin/people/${id}`}
            prefetch={false}
            className="block truncate text-ui font-[600] text-ink underline-offset-4 hover:underline"
          >
            <bdi>{name}</bdi>
          </Link>
          <p className="text-small text-ink-2">
            {presence(person.presence)} · <RelativeTime value={person.presence.since} />
          </p>
          {person.languages.length > 0 ? (
            <p className="truncate text-small text-ink-3">
              {format.list(
                person.languages.map((code) => languageName(code, locale)),
                { type: 'unit' },
              )}
            </p>
          ) : null}
        </div>
      </div>
      <LoadBar
        {...{ name, label: t('load.calls'), used: load_calls, limit: person.capacity_calls }}
        href={`${held}&channel=CALL`}
      />
      <LoadBar
        {...{ name, label: t('load.other'), used: load, limit: person.capacity }}
        href={`${held}&channel=${NO_CALLS}`}
      />
      {capacity_total === null ? null : (
        <LoadBar
          {...{ name, label: t('load.total'), used: load + load_calls, limit: capacity_total }}
          href={held}
        />
      )}
    </li>
  );
}
