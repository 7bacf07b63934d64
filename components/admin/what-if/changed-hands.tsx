'use client';
import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useWords } from '@/components/reports/use-words';
import { Button } from '@/components/ui/button';
import type { ReplayDto } from '@/lib/schemas/what-if';

/** So many say what kind of tickets it is; the others are a press away. */
const AT_FIRST = 12;

type Hand = ReplayDto['changed']['results'][number]['before'];

/** The tickets that somebody else would have had, or nobody: the newest of them, each a way to look at it. */
export function ChangedHands({ data: { changed } }: { data: ReplayDto }) {
  const t = useTranslations('whatIf');
  const [isWhole, setWhole] = useState(false);
  const { count, results } = changed;
  if (count === 0) return null;
  const shown = isWhole ? results : results.slice(0, AT_FIRST);
  return (
    <section aria-labelledby="changed-hands">
      <h3 id="changed-hands" className="text-heading">
        {t('hands.title')}
      </h3>
      <p className="mt-0.5 text-small text-ink-3">
        {count > results.length ? t('hands.newest', { shown: results.length, count }) : t('hands.all')}
      </p>
      <ul className="mt-3 border-t">
        {shown.map(({ id, number, subject, before, after }) => (
          <li
            key={id}
            className="grid gap-x-4 gap-y-1 border-b py-2 hover:bg-hover md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
          >
            <Link
              href={`/desk/all/${number}`}
              className="flex min-w-0 items-baseline gap-2 text-ui hover:underline"
            >
              <span className="tabular shrink-0 font-mono text-small text-ink-3">#{number}</span>
              <bdi className="truncate">{subject}</bdi>
            </Link>
            <p className="grid grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] items-center gap-2 text-small">
              <HandOf hand={before} />
              <ArrowRight
                role="img"
                aria-label={t('hands.to')}
                className="size-3.5 text-ink-3 rtl:-scale-x-100"
              />
              <HandOf hand={after} isNew />
            </p>
          </li>
        ))}
      </ul>
      {shown.length < results.length ? (
        <Button variant="quiet" className="mt-2" onClick={() => setWhole(true)}>
          {t('hands.more', { count: results.length - shown.length })}
        </Button>
      ) : null}
    </section>
  );
}

function HandOf({ hand: { agent, wait }, isNew = false }: { hand: Hand; isNew?: boolean }) {
  const t = useTranslations('whatIf');
  const { duration } = useWords();
  const name = !agent
    ? t('hands.nobody')
    : agent.name.startsWith('+')
      ? t('more.name', { n: agent.name.slice(1) })
      : agent.name;
  return (
    <span className={isNew ? 'min-w-0 text-ink' : 'min-w-0 text-ink-2'}>
      <bdi className="block truncate">{name}</bdi>
      <span className="tabular text-micro text-ink-3">
        {wait === 0 ? t('hands.atOnce') : t('hands.after', { wait: duration(wait) })}
      </span>
    </span>
  );
}
