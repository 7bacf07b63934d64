'use client';
import { Download } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { buttonStyle } from '@/components/ui/button-style';
import { importWords } from '@/lib/rules/import-words';
import type { ImportDto } from '@/lib/schemas/import';
import type { Locale } from '@/lib/schemas/values';

const SHOWN = 8;

/** The first rows that do not pass, in words, and the file with all of them. */
export function BadRows({ data }: { data: ImportDto }) {
  const t = useTranslations('data.bad');
  const locale = useLocale() as Locale;
  const { bad } = data.counts;
  if (bad === 0) return null;
  return (
    <section aria-label={t('title')} className="flex max-w-3xl flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 className="text-heading">{t('title')}</h3>
        <a
          href={`/api/imports/${data.id}/errors.csv?locale=${locale}`}
          download
          className={buttonStyle({ size: 'small' })}
        >
          <Download aria-hidden className="size-4" />
          {t('download', { bad })}
        </a>
      </div>
      <ol className="border-t">
        {data.errors.slice(0, SHOWN).map((error) => (
          <li key={error.line} className="flex gap-4 border-b py-2 text-small">
            <span className="tabular w-20 shrink-0 text-ink-3">{t('line', { line: error.line })}</span>
            <span className="min-w-0">
              <span className="block text-ink">{importWords(error.rule, locale)}</span>
              <bdi className="line-clamp-1 break-all text-ink-3">{error.cells.join(' · ')}</bdi>
            </span>
          </li>
        ))}
      </ol>
      {bad > SHOWN ? <p className="text-small text-ink-3">{t('more', { count: bad - SHOWN })}</p> : null}
    </section>
  );
}
