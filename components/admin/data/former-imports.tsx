'use client';
import { useTranslations } from 'next-intl';
import { MoreButton } from '@/components/data/more-button';
import { QueryError } from '@/components/data/query-error';
import { useImports } from '@/components/data/use-imports';
import { RelativeTime } from '@/components/ui/relative-time';
import { Skeleton } from '@/components/ui/skeleton';
import type { ImportSummaryDto } from '@/lib/schemas/import';

/** What was imported before, by whom, and what came of it; each opens, to be read or taken back. */
export function FormerImports({ onOpen }: { onOpen: (id: string) => void }) {
  const t = useTranslations('data.former');
  const imports = useImports();
  if (imports.data?.length === 0) return null;
  return (
    <section aria-label={t('title')} className="mt-10">
      <h2 className="text-heading">{t('title')}</h2>
      {imports.error && !imports.data ? <QueryError title={t('failed')} query={imports} /> : null}
      <ul className="mt-3 border-t" aria-busy={imports.isPending}>
        {imports.data?.map((one) => <Former key={one.id} one={one} onOpen={() => onOpen(one.id)} />) ??
          [0, 1].map((row) => (
            <li key={row} className="flex h-15 items-center border-b">
              <Skeleton className="w-1/3" />
            </li>
          ))}
      </ul>
      <MoreButton list={imports} />
    </section>
  );
}

function Former({ one, onOpen }: { one: ImportSummaryDto; onOpen: () => void }) {
  const t = useTranslations('data.former');
  const i = useTranslations('data.import');
  const { rows, imported, bad } = one.counts;
  return (
    <li className="relative flex flex-wrap items-center gap-x-6 gap-y-1 border-b py-3 hover:bg-hover sm:flex-nowrap">
      <div className="min-w-0 flex-1 basis-60">
        <button
          type="button"
          onClick={onOpen}
          className="block max-w-full truncate text-start text-ui font-[600] text-ink before:absolute before:inset-0 before:content-[''] hover:underline"
        >
          <bdi>{one.name ?? i('unnamed')}</bdi>
        </button>
        <span className="block text-small text-ink-3">
          {one.created_by ? <bdi>{one.created_by}</bdi> : t('nobody')}
          {' · '}
          <RelativeTime value={one.created_at} form="full" />
        </span>
      </div>
      <span className="tabular text-small text-ink-2 sm:w-64">
        {one.state === 'undone' && one.undo
          ? t('undone', { removed: one.undo.removed, kept: one.undo.kept })
          : one.state === 'done'
            ? t('figures', { imported, bad })
            : t('rows', { rows })}
      </span>
      <span className="text-small text-ink-2 sm:w-36">{t(`states.${one.state}`)}</span>
    </li>
  );
}
