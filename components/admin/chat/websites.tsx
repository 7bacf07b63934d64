'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useWebsites } from '@/components/data/use-websites';
import { Dialog } from '@/components/ui/dialog';
import { RowsPage } from '../rows-page';
import { NewWebsite } from './new-website';
import { WebsiteRow } from './website-row';

/** The websites whose visitors can chat. */
export function Websites() {
  const t = useTranslations('websites');
  const websites = useWebsites();
  const [adding, setAdding] = useState(false);
  return (
    <div className="max-w-220">
      <RowsPage words={t} query={websites} onAdd={() => setAdding(true)}>
        {(website) => <WebsiteRow key={website.id} website={website} />}
      </RowsPage>
      <Dialog open={adding} onOpenChange={setAdding} title={t('new')}>
        <NewWebsite onCancel={() => setAdding(false)} />
      </Dialog>
    </div>
  );
}
