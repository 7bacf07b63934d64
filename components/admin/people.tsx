'use client';
import { UserPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useDeferredValue, useState } from 'react';
import { ApiError } from '@/components/data/api-error';
import { useProblemText } from '@/components/data/use-problem-text';
import { useUsers } from '@/components/data/use-users';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { Select } from '@/components/ui/select';
import { ROLES } from '@/lib/schemas/values';
import { PageHead } from './page-head';
import { PeopleTable } from './people-table';
import { PersonDialog } from './person-dialog';
import { SearchInput } from './search-input';

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
        <SearchInput label={t('search')} value={q} onChange={(text) => void set({ q: text || null })} />
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
