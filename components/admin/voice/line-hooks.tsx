'use client';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTestPhoneLine } from '@/components/data/use-voice-channel';
import { Button } from '@/components/ui/button';
import type { PhoneLineDto } from '@/lib/schemas/phone-line';
import { CopyButton } from '../developers/copy-button';

/** What is entered at the provider for a line, and whether he lets us in. */
export function LineHooks({ line }: { line: PhoneLineDto }) {
  const t = useTranslations('channels.voice');
  const test = useTestPhoneLine(line.id);
  const urls = { incoming: line.incoming_url, status: line.status_url };
  return (
    <section aria-label={t('hooks')} className="rounded-control border border-line bg-canvas p-3">
      <p className="text-small font-[550] text-ink">{t('hooks')}</p>
      <dl className="mt-2 flex flex-col gap-2 text-small">
        {(['incoming', 'status'] as const).map((name) => (
          <div key={name} className="flex flex-wrap items-center gap-x-3">
            <dt className="basis-full text-ink-3">{t(name)}</dt>
            <dd className="min-w-0 flex-1 font-mono text-micro wrap-anywhere" dir="ltr">
              {urls[name]}
            </dd>
            <CopyButton text={urls[name]} />
          </div>
        ))}
      </dl>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button size="small" variant="secondary" pending={test.isPending} onClick={() => test.mutate()}>
          {t('test')}
        </Button>
        <span role="status" className="inline-flex min-w-0 items-center gap-1.5 text-small">
          {test.data ? (
            <>
              {test.data.ok ? (
                <CircleCheck aria-hidden className="size-4 shrink-0 text-ok" />
              ) : (
                <TriangleAlert aria-hidden className="size-4 shrink-0 text-warn" />
              )}
              {t(test.data.ok ? 'works' : 'refused')}
            </>
          ) : null}
        </span>
      </div>
      {test.data?.detail ? (
        <p dir="auto" className="mt-1 text-small text-ink-2">
          {test.data.detail}
        </p>
      ) : null}
    </section>
  );
}
