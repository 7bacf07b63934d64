'use client';
import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { QueryError } from '@/components/data/query-error';
import { useWebsites } from '@/components/data/use-websites';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import { Install } from './install';
import { SignedIdentity } from './signed-identity';
import { WebsiteForm } from './website-form';
import { WebsitePreview } from './website-preview';

/** One website: how its chat is, the line that brings it, and the chat itself to try. */
export function WebsitePage({ id }: { id: string }) {
  const t = useTranslations('websites');
  const websites = useWebsites();
  const website = websites.data?.find((one) => one.id === id);
  return (
    <>
      <Link
        href="/admin/channels/chat"
        className="inline-flex items-center gap-1.5 text-small text-ink-2 hover:text-ink hover:underline"
      >
        <ArrowLeft aria-hidden className="size-4 rtl:-scale-x-100" />
        {t('all')}
      </Link>
      {website ? (
        <>
          <h1 className="mt-2 text-display">
            <bdi>{website.name}</bdi>
          </h1>
          <div className="mt-6 grid items-start gap-x-12 gap-y-8 xl:grid-cols-[minmax(0,1fr)_24rem]">
            <div className="max-w-180">
              <Install website={website} />
              <WebsiteForm key={website.id} website={website} />
              <SignedIdentity id={website.id} />
            </div>
            <WebsitePreview website={website} />
          </div>
        </>
      ) : websites.error ? (
        <QueryError title={t('failed')} query={websites} />
      ) : websites.data ? (
        <EmptyState title={t('gone')} />
      ) : (
        <Skeleton className="mt-4 h-96" />
      )}
    </>
  );
}
