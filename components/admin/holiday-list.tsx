'use client';
import { Plus, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { controlStyle } from '@/components/ui/control-style';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import {
  type Holiday,
  type HolidaySpan,
  holidaySpans,
  withoutSpan,
  withSpan,
} from '@/lib/rules/holiday-spans';

interface HolidayListProps {
  holidays: Holiday[];
  onChange: (holidays: Holiday[]) => void;
}

const EMPTY = { name: '', from: '', to: '' };
/** As many days as the settings hold. */
const MOST = 400;

/** Days on which nobody works, as spans; a day or a range is added below. */
export function HolidayList({ holidays, onChange }: HolidayListProps) {
  const t = useTranslations('workspace.hours');
  const id = useId();
  const [span, setSpan] = useState<HolidaySpan>(EMPTY);
  const [problem, setProblem] = useState<'missing' | 'order' | 'tooMany' | null>(null);
  const spans = holidaySpans(holidays);
  const add = () => {
    const name = span.name.trim();
    const to = span.to || span.from;
    if (!name || !span.from) return setProblem('missing');
    if (to < span.from) return setProblem('order');
    // a year typed wrong must not become a million days
    if (Date.parse(to) - Date.parse(span.from) > MOST * 86_400_000) return setProblem('tooMany');
    const next = withSpan(holidays, { name, from: span.from, to });
    if (next.length > MOST) return setProblem('tooMany');
    setProblem(null);
    setSpan(EMPTY);
    onChange(next);
  };
  const date = (key: 'from' | 'to') => (
    <label htmlFor={`${id}-${key}`} className="flex flex-col gap-1.5 text-small font-[550] text-ink-2">
      {t(key === 'from' ? 'firstDay' : 'lastDay')}
      <input
        id={`${id}-${key}`}
        type="date"
        value={span[key]}
        min={key === 'to' ? span.from || undefined : undefined}
        onChange={(event) => setSpan({ ...span, [key]: event.target.value })}
        className={`${controlStyle} tabular h-control w-38 px-2`}
      />
    </label>
  );
  return (
    <div>
      {spans.length === 0 ? (
        <p className="text-ui text-ink-3">{t('noHolidays')}</p>
      ) : (
        <ul className="border-y">
          {spans.map((one) => (
            <HolidayRow key={one.from} span={one} onRemove={() => onChange(withoutSpan(holidays, one))} />
          ))}
        </ul>
      )}
      <fieldset className="mt-4 flex flex-wrap items-end gap-3">
        <legend className="sr-only">{t('addHoliday')}</legend>
        <label
          htmlFor={`${id}-name`}
          className="flex min-w-44 flex-1 flex-col gap-1.5 text-small font-[550] text-ink-2"
        >
          {t('holidayName')}
          <Input
            id={`${id}-name`}
            value={span.name}
            maxLength={80}
            autoComplete="off"
            onChange={(event) => setSpan({ ...span, name: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              add();
            }}
          />
        </label>
        {date('from')}
        {date('to')}
        <Button icon={<Plus aria-hidden className="size-4" />} onClick={add}>
          {t('addHoliday')}
        </Button>
      </fieldset>
      {problem ? (
        <p role="alert" className="mt-2 text-small text-danger">
          {t(`holidayProblem.${problem}`)}
        </p>
      ) : null}
    </div>
  );
}

function HolidayRow({ span, onRemove }: { span: HolidaySpan; onRemove: () => void }) {
  const t = useTranslations('workspace.hours');
  const locale = useLocale();
  const format = new Intl.DateTimeFormat(locale, {
    ...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  });
  return (
    <li className="flex min-h-control items-center gap-4 border-b py-1 last:border-b-0">
      <span className="min-w-0 flex-1 truncate text-ui">{span.name}</span>
      <span className="tabular text-small text-ink-2">
        {format.formatRange(Date.parse(span.from), Date.parse(span.to))}
      </span>
      <IconButton
        label={t('removeHoliday', { name: span.name })}
        icon={<X aria-hidden className="size-4" />}
        onClick={onRemove}
      />
    </li>
  );
}
