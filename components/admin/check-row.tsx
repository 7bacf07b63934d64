'use client';
import { CircleCheck, CircleX, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { CheckDto } from '@/lib/schemas/system';

const LOOKS = {
  ok: { Icon: CircleCheck, style: 'text-ok' },
  warn: { Icon: TriangleAlert, style: 'text-warn' },
  bad: { Icon: CircleX, style: 'text-danger' },
} as const;

interface CheckRowProps {
  part: CheckDto['part'] | 'live';
  /** Null while it is not known yet. */
  state: CheckDto['state'] | null;
  says: string;
  facts: CheckDto['facts'];
}

/** One part: how it is, what was found, and what to do about it. */
export function CheckRow({ part, state, says, facts }: CheckRowProps) {
  const t = useTranslations('system');
  const about = `says.${part}.${says}` as Parameters<typeof t>[0];
  const mend = `mend.${part}.${says}` as Parameters<typeof t>[0];
  const { Icon, style } = state ? LOOKS[state] : { Icon: LoaderCircle, style: 'text-ink-3 animate-spin' };
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 border-b py-3 sm:grid-cols-[1.25rem_9rem_minmax(0,1fr)]">
      <Icon aria-hidden className={`mt-0.5 size-4.5 ${style}`} strokeWidth={1.75} />
      <h2 className="text-ui font-[600]">
        {t(`parts.${part}`)}
        {state ? <span className="sr-only">: {t(`state.${state}`)}</span> : null}
      </h2>
      <div className="col-start-2 min-w-0 text-ui text-ink-2 sm:col-start-3">
        <p className="text-pretty [overflow-wrap:anywhere]">{t(about, facts)}</p>
        {t.has(mend) ? (
          <p className="mt-1 text-pretty text-ink">
            <span className="sr-only">{t('whatToDo')}: </span>
            <span aria-hidden className="inline-block rtl:-scale-x-100">
              →
            </span>{' '}
            {t(mend, facts)}
          </p>
        ) : null}
      </div>
    </li>
  );
}
