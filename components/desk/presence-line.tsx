'use client';
import { Eye, PenLine } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { Mark } from '@/lib/realtime/protocol';

/** Who else is here: writing stands out, looking does not. Keeps its height, so that nothing jumps. */
export function PresenceLine({ marks }: { marks: readonly Mark[] }) {
  const t = useTranslations('desk.marks');
  const format = useFormatter();
  const named = (state: Mark['state']) =>
    marks.filter((mark) => mark.state === state).map((mark) => mark.person.name);
  const list = (names: string[]) => format.list(names, { type: 'conjunction' });
  const replying = named('replying');
  const noting = named('noting');
  const viewing = named('viewing');
  return (
    <p className="flex h-6 min-w-0 items-center gap-3 px-5 text-micro">
      {replying.length > 0 ? (
        <span className="flex min-w-0 items-center gap-1.5 text-warn">
          <PenLine aria-hidden className="size-3.5 shrink-0" />
          <span className="truncate">{t('replying', { names: list(replying), count: replying.length })}</span>
        </span>
      ) : null}
      {noting.length > 0 ? (
        <span className="flex min-w-0 items-center gap-1.5 text-note-ink">
          <PenLine aria-hidden className="size-3.5 shrink-0" />
          <span className="truncate">{t('noting', { names: list(noting), count: noting.length })}</span>
        </span>
      ) : null}
      {viewing.length > 0 ? (
        <span className="flex min-w-0 items-center gap-1.5 text-ink-3">
          <Eye aria-hidden className="size-3.5 shrink-0" />
          <span className="truncate">{t('viewing', { names: list(viewing), count: viewing.length })}</span>
        </span>
      ) : null}
    </p>
  );
}
