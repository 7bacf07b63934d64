'use client';
import { useLocale } from 'next-intl';
import { useWords } from '@/components/reports/use-words';
import { languageName } from '@/components/ui/language-name';
import { Select } from '@/components/ui/select';
import { USUAL_SECONDS } from '@/lib/rules/coverage';
import { LANES } from '@/lib/rules/queue-order';
import type { CoverageDto } from '@/lib/schemas/coverage';
import { type CoverageLocation, SHARES, WEEKS } from './use-coverage-location';
import { useCoverageWords } from './use-coverage-words';

const SECONDS = ['20', '60', '300', '900', '3600', '14400', '28800'];

interface CoverageFiltersProps {
  location: CoverageLocation;
  coverage: CoverageDto | undefined;
}

/** Which tickets, of how many weeks, and how fast they are to be answered. */
export function CoverageFilters({ location: { values, set }, coverage }: CoverageFiltersProps) {
  const { t } = useCoverageWords();
  const { number, duration } = useWords();
  const locale = useLocale();
  const languages = [
    ...new Set([
      ...(coverage?.languages ?? []),
      ...(values.language && values.language !== 'none' ? [values.language] : []),
    ]),
  ];
  const seconds = values.seconds ?? String(USUAL_SECONDS[values.kind]);
  return (
    <div className="flex flex-wrap items-end gap-2">
      <div className="w-36">
        <Select
          aria-label={t('filter.kind')}
          value={values.kind}
          onValueChange={(kind) => void set({ kind, seconds: null })}
          items={LANES.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
      </div>
      <div className="w-44">
        <Select
          aria-label={t('filter.language')}
          value={values.language ?? ''}
          onValueChange={(language) => void set({ language: language || null })}
          items={[
            { value: '', label: t('filter.anyLanguage') },
            ...languages.map((value) => ({ value, label: languageName(value, locale) })),
            { value: 'none', label: t('filter.noLanguage') },
          ]}
        />
      </div>
      <div className="w-40">
        <Select
          aria-label={t('filter.weeks')}
          value={values.weeks}
          onValueChange={(weeks) => void set({ weeks })}
          items={WEEKS.map((value) => ({ value, label: t('weeks', { n: Number(value) }) }))}
        />
      </div>
      <div className="flex flex-wrap items-center gap-2 text-small text-ink-2">
        <span className="ps-1">{t('filter.target')}</span>
        <div className="w-24">
          <Select
            aria-label={t('filter.share')}
            value={values.share}
            onValueChange={(share) => void set({ share })}
            items={SHARES.map((value) => ({
              value,
              label: number(Number(value) / 100, { style: 'percent' }),
            }))}
          />
        </div>
        <span>{t('filter.within')}</span>
        <div className="w-28">
          <Select
            aria-label={t('filter.time')}
            value={seconds}
            onValueChange={(value) =>
              void set({ seconds: Number(value) === USUAL_SECONDS[values.kind] ? null : value })
            }
            items={[...new Set([...SECONDS, seconds])].map((value) => ({
              value,
              label: duration(Number(value)),
            }))}
          />
        </div>
      </div>
    </div>
  );
}
