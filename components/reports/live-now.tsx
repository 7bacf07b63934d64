'use client';
import Link from 'next/link';
import { useLive } from '@/components/data/use-report';
import { RelativeTime } from '@/components/ui/relative-time';
import { useWords } from './use-words';

/** How it stands this moment. It changes under the reader's eyes and is announced to nobody. */
export function LiveNow() {
  const { t, number } = useWords();
  const live = useLive().data;
  const link = 'tabular font-[600] text-ink underline-offset-4 hover:text-accent hover:underline';
  return (
    <dl className="flex min-h-6 flex-wrap items-baseline gap-x-8 gap-y-1 text-small text-ink-2">
      <div className="flex gap-1.5">
        <dt>{t('live.queue')}</dt>
        <dd>
          <Link href="/desk/unassigned" prefetch={false} className={link}>
            {live ? number(live.queue) : '–'}
          </Link>
        </dd>
      </div>
      <div className="flex gap-1.5">
        <dt>{t('live.wait')}</dt>
        <dd>
          {live?.longest_wait_since ? (
            <Link href="/desk/unassigned?sort=waiting" prefetch={false} className={link}>
              <RelativeTime value={live.longest_wait_since} />
            </Link>
          ) : (
            <span className="text-ink">–</span>
          )}
        </dd>
      </div>
      <div className="flex gap-1.5">
        <dt>{t('live.agents')}</dt>
        <dd>
          <Link href="/admin/people" prefetch={false} className={link}>
            {live ? t('live.of', { n: live.agents_available, of: live.agents }) : '–'}
          </Link>
        </dd>
      </div>
    </dl>
  );
}
