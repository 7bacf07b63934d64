'use client';
import { UserPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useDeferredValue, useState } from 'react';
import { MoreButton } from '@/components/data/more-button';
import { QueryError } from '@/components/data/query-error';
import { useUsers } from '@/components/data/use-users';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { SearchField } from '@/components/ui/search-field';
import { Select } from '@/components/ui/select';
import { ROLES } from '@/lib/schemas/values';
import { PageHead } from './page-head';
import { PeopleTable } from './people-table';
import { PersonDialog } from './person-dialog';

const KINDS = ['staff', 'all', ...ROLES] as const;

/** Everybody who may come in: found, made, changed, let go. */
export function People({ meId }: { meId: string }) {
  const t = useTranslations('people.list');
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
        <SearchField
          className="min-w-56 flex-1 sm:max-w-sm"
          label={t('search')}
          value={q}
          onChange={(text) => void set({ q: text || null })}
        />
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
          <QueryError title={t('failed')} query={people} />
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
        <MoreButton list={people} />
      </div>
      <PersonDialog open={adding} onOpenChange={setAdding} />
    </>
  );
}
