'use client';
import { ExternalLink, RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { QueryError } from '@/components/data/query-error';
import { PROBE_PATIENCE_MS, useProbe } from '@/components/data/use-probe';
import { useSystem } from '@/components/data/use-system';
import { ExampleData } from '@/components/setup/example-data';
import { TestMail } from '@/components/setup/test-mail';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { Skeleton } from '@/components/ui/skeleton';
import type { SystemDto } from '@/lib/schemas/system';
import { CheckRow } from './check-row';
import { QueueTable } from './queue-table';
import { SystemSection } from './system-section';

/** Slower than this, a live screen no longer feels live. */
const SLOW_MS = 1_500;

/** How this installation is, in sentences that say what they mean and what to do. */
export function SystemPage({ email }: { email: string | null }) {
  const t = useTranslations('system');
  const system = useSystem();
  const live = useProbe();
  return (
    <div className="max-w-220">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="text-display">{t('title')}</h1>
          <p className="mt-1 max-w-[60ch] text-ui text-ink-2 text-pretty">
            {t.rich('lead', { code: (text) => <code className="font-mono text-small">{text}</code> })}
          </p>
        </div>
        <Button
          icon={<RefreshCw aria-hidden className="size-4" />}
          pending={system.isFetching}
          onClick={() => {
            void system.refetch();
            live.again();
          }}
        >
          {t('again')}
        </Button>
      </div>
      <div className="mt-6">
        {system.data ? (
          <Findings system={system.data} live={live.probe} />
        ) : system.error ? (
          <QueryError title={t('failed')} query={system} />
        ) : (
          <div aria-busy="true" className="flex flex-col gap-6 border-t py-4">
            {[0, 1, 2, 3, 4, 5].map((row) => (
              <Skeleton key={row} className="w-2/3" />
            ))}
          </div>
        )}
      </div>
      <SystemSection title={t('testMail.title')} lead={t('testMail.hint', { email: email ?? '–' })}>
        <TestMail isCaught={system.data?.checks.some((check) => check.says === 'mailbox') ?? false} />
      </SystemSection>
      <SystemSection title={t('queues.title')} lead={t('queues.boardHint')}>
        <QueueTable queues={system.data?.queues ?? []} />
        {/* a page of its own: neither prefetched nor opened inside the desk */}
        <a
          href="/admin/queues"
          target="_blank"
          rel="noreferrer"
          className={buttonStyle({ className: 'mt-4' })}
        >
          {t('queues.board')}
          <ExternalLink aria-hidden className="size-4 rtl:-scale-x-100" />
        </a>
      </SystemSection>
      <SystemSection title={t('demo.title')}>
        <ExampleData />
      </SystemSection>
    </div>
  );
}

function Findings({ system, live }: { system: SystemDto; live: ReturnType<typeof useProbe>['probe'] }) {
  const t = useTranslations('system');
  const { checks } = system;
  const states = [...checks.map(({ state }) => state), live.state === 'lost' ? 'bad' : 'ok'];
  const bad = states.filter((state) => state === 'bad').length;
  const warn = states.filter((state) => state === 'warn').length;
  const worst = bad > 0 ? 'bad' : warn > 0 ? 'warn' : 'ok';
  return (
    <>
      <p className="pb-3 text-heading" role="status">
        {t(`summary.${worst}`, { count: bad || warn })}
      </p>
      <ul className="border-t">
        {checks.map((check) => (
          <CheckRow key={`${check.part}-${check.says}`} {...check} />
        ))}
        <LiveRow live={live} />
      </ul>
      <p className="mt-3 text-small text-ink-3">
        {t('versions', { version: system.version, node: system.node })}
      </p>
    </>
  );
}

function LiveRow({ live }: { live: ReturnType<typeof useProbe>['probe'] }) {
  if (live.state === 'waiting') return <CheckRow part="live" state={null} says="waiting" facts={{}} />;
  if (live.state === 'lost')
    return <CheckRow part="live" state="bad" says="failed" facts={{ seconds: PROBE_PATIENCE_MS / 1_000 }} />;
  const slow = live.milliseconds > SLOW_MS;
  return (
    <CheckRow
      part="live"
      state={slow ? 'warn' : 'ok'}
      says={slow ? 'slow' : 'ok'}
      facts={{ milliseconds: live.milliseconds }}
    />
  );
}
