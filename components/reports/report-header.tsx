'use client';
import { ListFilter, X } from 'lucide-react';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Popover } from '@/components/ui/popover';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import { DIMENSIONS, type Dimension } from '@/lib/rules/reports';
import { FilterSelect } from './filter-select';
import { useFilterItems } from './use-filter-items';
import { HOURS, RANGES, type ReportLocation } from './use-report-location';
import { useWords } from './use-words';

/** Which days, compared or not, in which hours, narrowed to what. All of it stands in the address. */
export function ReportHeader({ location, timeZone }: { location: ReportLocation; timeZone: string }) {
  const { t, days } = useWords();
  const { values, set, range, filter } = location;
  const compareId = useId();
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <div className="w-40">
          <Select
            aria-label={t('range.label')}
            value={values.range}
            onValueChange={(value) =>
              void set(
                value === 'custom' ? { range: value, ...range } : { range: value, from: null, to: null },
              )
            }
            items={RANGES.map((value) => ({ value, label: t(`range.${value}`) }))}
          />
        </div>
        {values.range === 'custom' ? (
          <div className="flex items-center gap-2">
            {(['from', 'to'] as const).map((name) => (
              <Input
                key={name}
                type="date"
                aria-label={t(`range.${name}`)}
                value={values[name] ?? ''}
                min="2000-01-01"
                max="2100-12-31"
                onChange={(event) => void set({ [name]: event.target.value || null })}
                className="w-38"
              />
            ))}
          </div>
        ) : null}
        <div className="w-40">
          <Select
            aria-label={t('hours.label')}
            value={values.hours}
            onValueChange={(hours) => void set({ hours })}
            items={HOURS.map((value) => ({ value, label: t(`hours.${value}`) }))}
          />
        </div>
        <Popover
          title={t('filter.title')}
          trigger={
            <Button icon={<ListFilter aria-hidden className="size-4" />}>
              {t('filter.label', { count: Object.keys(filter).length })}
            </Button>
          }
        >
          <div className="flex flex-col gap-3">
            {DIMENSIONS.map((by) => (
              <FilterSelect key={by} by={by} location={location} />
            ))}
          </div>
        </Popover>
        <div className="flex h-control items-center gap-2 ps-1 text-small text-ink-2">
          <Switch
            checked={values.compare}
            onCheckedChange={(compare) => void set({ compare })}
            aria-labelledby={compareId}
          />
          <span id={compareId}>{t('compare')}</span>
        </div>
      </div>
      <FilterChips location={location} />
      <p className="text-small text-ink-3">{t('range.said', { days: days(range), zone: timeZone })}</p>
    </div>
  );
}

/** What the report is narrowed to, each with its way out. */
function FilterChips({ location }: { location: ReportLocation }) {
  const { t } = useWords();
  const chosen = DIMENSIONS.filter((by) => location.values[by] !== null);
  if (chosen.length === 0) return null;
  return (
    <ul aria-label={t('filter.active')} className="flex flex-wrap gap-1.5">
      {chosen.map((by) => (
        <FilterChip key={by} by={by} location={location} />
      ))}
    </ul>
  );
}

function FilterChip({ by, location }: { by: Dimension; location: ReportLocation }) {
  const { t } = useWords();
  const chosen = location.values[by] ?? '';
  const name = useFilterItems(by, location).find(({ value }) => value === chosen)?.label ?? chosen;
  return (
    <li>
      <button
        type="button"
        aria-label={t('filter.remove', { name })}
        onClick={() => void location.set({ [by]: null })}
        className="chip-edge inline-flex h-6 items-center gap-1 rounded-full bg-sunken ps-2.5 pe-1.5 text-micro text-ink-2 hover:text-ink coarse:h-control"
      >
        {t(`by.${by}.head`)}: <bdi>{name}</bdi>
        <X aria-hidden className="size-3" />
      </button>
    </li>
  );
}
