'use client';
import { BookOpen, Download, KeyRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { QueryError } from '@/components/data/query-error';
import { useKeys } from '@/components/data/use-keys';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import { Example } from './example';
import { KeyDialog } from './key-dialog';
import { KeyRow } from './key-row';

/** Where programs get in: keys, the description of the API, and a first request to try. */
export function Developers({ me }: { me: { id: string; name: string } }) {
  const t = useTranslations('developers');
  const keys = useKeys();
  const [making, setMaking] = useState(false);
  return (
    <>
      <h1 className="text-display">{t('title')}</h1>
      <p className="mt-1 max-w-[64ch] text-ui text-ink-2">{t('detail')}</p>
      <div className="mt-4 flex flex-wrap gap-2">
        <a href="/api/docs" className={buttonStyle({})}>
          <BookOpen aria-hidden className="size-4" />
          {t('docs')}
        </a>
        <a href="/switchboard.postman_collection.json" download className={buttonStyle({})}>
          <Download aria-hidden className="size-4" />
          {t('postman')}
        </a>
      </div>
      <section aria-label={t('keys')} className="mt-8">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 className="text-heading">{t('keys')}</h2>
          <Button
            variant="primary"
            icon={<KeyRound aria-hidden className="size-4" />}
            onClick={() => setMaking(true)}
          >
            {t('add')}
          </Button>
        </div>
        {keys.error && !keys.data ? (
          <QueryError title={t('failed')} query={keys} />
        ) : keys.data?.length === 0 ? (
          <EmptyState title={t('none')}>{t('noneDetail')}</EmptyState>
        ) : (
          <ul className="mt-3 border-t" aria-busy={keys.isPending}>
            {keys.data?.map((key) => <KeyRow key={key.id} data={key} />) ?? (
              <li className="flex h-15 items-center border-b">
                <Skeleton className="w-1/3" />
              </li>
            )}
          </ul>
        )}
      </section>
      <Example />
      <KeyDialog open={making} onOpenChange={setMaking} me={me} />
    </>
  );
}
