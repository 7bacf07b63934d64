'use client';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { QueryError } from '@/components/data/query-error';
import { useWebsites } from '@/components/data/use-websites';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import { PageHead } from '../page-head';
import { NewWebsite } from './new-website';
import { WebsiteRow } from './website-row';

/** The websites whose visitors can chat. */
export function Websites() {
  const t = useTranslations('websites');
  const websites = useWebsites();
  const [adding, setAdding] = useState(false);
  const add = (
    <Button variant="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  );
  return (
    <div className="max-w-220">
      <PageHead title={t('title')} detail={t('detail')} action={add} />
      <section aria-label={t('list')} className="mt-6">
        {websites.data?.length === 0 ? (
          <EmptyState title={t('none')}>{t('noneDetail')}</EmptyState>
        ) : websites.data ? (
          <ul className="border-t">
            {websites.data.map((website) => (
              <WebsiteRow key={website.id} website={website} />
            ))}
          </ul>
        ) : websites.error ? (
          <QueryError title={t('failed')} query={websites} />
        ) : (
          <Skeleton className="h-24" />
        )}
      </section>
      <Dialog open={adding} onOpenChange={setAdding} title={t('new')}>
        <NewWebsite onCancel={() => setAdding(false)} />
      </Dialog>
    </div>
  );
}
