'use client';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMessengerWebhook, useTestMessengerPage } from '@/components/data/use-messenger-channel';
import { useProblemText } from '@/components/data/use-problem-text';
import { Button } from '@/components/ui/button';
import { FormAlert } from '@/components/ui/form-alert';
import { Skeleton } from '@/components/ui/skeleton';
import { CopyButton } from '../developers/copy-button';

/** What is entered at Facebook, and whether Facebook answers for the page. */
export function MessengerWebhook({ id }: { id: string }) {
  const t = useTranslations('messenger');
  const { problem } = useProblemText();
  const webhook = useMessengerWebhook(id);
  const test = useTestMessengerPage(id);
  return (
    <section aria-label={t('webhook.title')} className="flex flex-col gap-2 border-y border-line py-4">
      <h3 className="text-ui font-[600]">{t('webhook.title')}</h3>
      <p className="text-small text-ink-3 text-pretty">{t('webhook.hint')}</p>
      {webhook.data ? (
        <dl className="flex flex-col gap-2 border-s-2 border-line-strong ps-3 text-small">
          {(['url', 'verify_token'] as const).map((name) => (
            <div key={name} className="flex flex-wrap items-center gap-x-3">
              <dt className="text-ink-3">{t(`webhook.${name}`)}</dt>
              <dd className="min-w-0 flex-1 basis-60 font-mono text-micro wrap-anywhere" dir="ltr">
                {webhook.data[name]}
              </dd>
              <CopyButton text={webhook.data[name]} />
            </div>
          ))}
        </dl>
      ) : (
        <Skeleton className="h-16" />
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button size="small" variant="secondary" pending={test.isPending} onClick={() => test.mutate()}>
          {t('test.act')}
        </Button>
        <p role="status" className="min-w-0 flex-1 basis-48 text-small">
          {test.data?.is_ok ? (
            <span className="flex items-center gap-1.5 text-ok">
              <CircleCheck aria-hidden className="size-4 shrink-0" />
              {t('test.ok', { name: test.data.name ?? '' })}
            </span>
          ) : test.data ? (
            <span className="flex items-start gap-1.5 text-danger">
              <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
              <span className="min-w-0">
                {t('test.bad')}
                <span className="block font-mono text-micro wrap-anywhere">{test.data.problem}</span>
              </span>
            </span>
          ) : null}
        </p>
      </div>
      {test.error ? <FormAlert>{problem(test.error)}</FormAlert> : null}
    </section>
  );
}
