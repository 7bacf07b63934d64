'use client';
import { Play, Square } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Arrivals } from './arrivals';
import { useBusyHour } from './use-busy-hour';

/** One minute of a busy hour: who comes, and where the desk puts him. */
export function BusyHour() {
  const t = useTranslations('lab.busy');
  const hour = useBusyHour();
  const done = hour.come + hour.failed;
  return (
    <section
      aria-labelledby="lab-busy"
      className="flex flex-col gap-4 rounded-float border border-line bg-surface p-4"
    >
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          <h2 id="lab-busy" className="text-heading text-ink">
            {t('title')}
          </h2>
          <p className="text-small text-ink-2 text-pretty">
            {t('lead', { count: hour.of })}{' '}
            <a
              href="/admin/board"
              target="_blank"
              rel="noreferrer"
              className="text-accent underline underline-offset-3 hover:text-accent-hover"
            >
              {t('board')}
            </a>
          </p>
        </div>
        {hour.since ? (
          <div className="flex items-center gap-3">
            <div aria-hidden className="h-1.5 w-40 overflow-hidden rounded-full bg-sunken">
              <div className="h-full bg-accent" style={{ inlineSize: `${(done / hour.of) * 100}%` }} />
            </div>
            <p role="status" className="tabular text-small text-ink-2">
              {t('come', { count: hour.come, of: hour.of })}
              {hour.failed > 0 ? ` · ${t('failed', { count: hour.failed })}` : null}
            </p>
          </div>
        ) : null}
        {hour.running ? (
          <Button icon={<Square aria-hidden className="size-4" />} onClick={hour.stop}>
            {t('stop')}
          </Button>
        ) : (
          <Button
            variant="primary"
            icon={<Play aria-hidden className="size-4 rtl:-scale-x-100" />}
            disabled={!hour.ready}
            onClick={hour.start}
          >
            {t('start')}
          </Button>
        )}
      </div>
      {hour.since ? <Arrivals since={hour.since} /> : null}
    </section>
  );
}
