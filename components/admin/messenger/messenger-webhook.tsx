'use client';
import { useTranslations } from 'next-intl';
import { useMessengerWebhook, useTestMessengerPage } from '@/components/data/use-messenger-channel';
import { Skeleton } from '@/components/ui/skeleton';
import { CopyList } from '../channels/copy-list';
import { ProviderPart } from '../channels/provider-part';
import { TryOut } from '../channels/try-out';

/** What is entered at Facebook, and whether Facebook answers for the page. */
export function MessengerWebhook({ id }: { id: string }) {
  const t = useTranslations('messenger');
  const webhook = useMessengerWebhook(id).data;
  const test = useTestMessengerPage(id);
  return (
    <ProviderPart title={t('webhook.title')} hint={t('webhook.hint')}>
      {webhook ? (
        <CopyList
          lines={(['url', 'verify_token'] as const).map((name) => ({
            name: t(`webhook.${name}`),
            text: webhook[name],
          }))}
        />
      ) : (
        <Skeleton className="h-16" />
      )}
      <TryOut
        label={t('test.act')}
        test={test}
        onTest={() => test.mutate()}
        result={
          test.data && {
            isOk: test.data.is_ok,
            text: test.data.is_ok ? t('test.ok', { name: test.data.name ?? '' }) : t('test.bad'),
            said: test.data.problem,
          }
        }
      />
    </ProviderPart>
  );
}
