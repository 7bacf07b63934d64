'use client';
import { Search, UserPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useDeferredValue, useState } from 'react';
import { ApiError } from '@/components/data/api-error';
import { useProblemText } from '@/components/data/use-problem-text';
import { useUsers } from '@/components/data/use-users';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { ROLES } from '@/lib/schemas/values';
import { PageHead } from './page-head';
import { PeopleTable } from './people-table';
import { PersonDialog } from './person-dialog';

const KINDS = ['staff', 'all', ...ROLES] as const;

/** Everybody who may come in: found, made, changed, let go. */
export function People({ meId }: { meId: string }) {
  const t = useTranslations('people.list');
  const { problem } = useProblemText();
  const [{ q, role }, set] = useQueryStates(
    { q: parseAsString.withDefault(''), role: parseAsStringLiteral(KINDS).withDefault('staff') },
    { history: 'replace' },
  );
  const search = useDeferredValue(q.trim());
  const people = useUsers({
    role: role === 'all' ? undefined : role === 'staff' ? ['agent', 'admin'] : [role],
    q: search || undefined,
  });
  const [adding, setAdding] = useState(false);

  return (
    <>
      <PageHead
        title={t('title')}
        detail={t('detail')}
        action={
          <Button
            variant="primary"
            icon={<UserPlus aria-hidden className="size-4" />}
            onClick={() => setAdding(true)}
          >
            {t('add')}
          </Button>
        }
      />
      <search className="mt-6 flex flex-wrap gap-2">
        <div className="relative min-w-56 flex-1 sm:max-w-sm">
          <Search
            aria-hidden
            className="pointer-events-none absolute inset-y-0 start-2.5 my-auto size-4 text-ink-3"
          />
          <Input
            type="search"
            value={q}
            maxLength={200}
            onChange={(event) => void set({ q: event.target.value || null })}
            aria-label={t('search')}
            placeholder={t('search')}
            className="ps-8.5"
          />
        </div>
        <div className="w-44">
          <Select
            aria-label={t('kind')}
            value={role}
            onValueChange={(value) => void set({ role: value })}
            items={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
        </div>
      </search>
      <div className="mt-4">
        {people.error && !people.data ? (
          <ErrorState
            title={t('failed')}
            detail={problem(people.error)}
            requestId={(people.error instanceof ApiError && people.error.requestId) || undefined}
            onRetry={() => void people.refetch()}
            retrying={people.isFetching}
          />
        ) : people.data?.length === 0 ? (
          <EmptyState
            title={search ? t('nobodyFound', { q: search }) : t('nobody')}
            action={
              search ? (
                <Button onClick={() => void set({ q: null, role: 'all' })}>{t('searchAll')}</Button>
              ) : undefined
            }
          />
        ) : (
          <PeopleTable people={people.data} meId={meId} />
        )}
        {people.hasNextPage ? (
          <div className="mt-4 flex justify-center">
            <Button
              variant="quiet"
              pending={people.isFetchingNextPage}
              onClick={() => void people.fetchNextPage()}
            >
              {t('more')}
            </Button>
          </div>
        ) : null}
      </div>
      <PersonDialog open={adding} onOpenChange={setAdding} />
    </>
  );
}
