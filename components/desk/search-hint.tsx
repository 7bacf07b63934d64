'use client';
import { useTranslations } from 'next-intl';

const EXAMPLES = [
  ['words', 'printer jam'],
  ['phrase', '"error 123"'],
  ['without', '-toner'],
  ['open', 'is:open'],
  ['assignee', 'assignee:me'],
  ['from', 'from:anna'],
  ['after', 'after:2026-01-31'],
] as const;

/** What can be typed, by example: shown before anything is. */
export function SearchHint() {
  const t = useTranslations('search.hint');
  return (
    <div className="px-3 py-3">
      <p className="pb-2 text-micro font-[600] text-ink-3">{t('title')}</p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 gap-y-1.5 text-small">
        {EXAMPLES.map(([name, example]) => (
          <div key={name} className="contents">
            <dt className="font-mono text-micro text-ink">{example}</dt>
            <dd className="text-ink-2">{t(name)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
