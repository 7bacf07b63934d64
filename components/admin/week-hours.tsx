'use client';
import { Copy, Plus, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { controlStyle } from '@/components/ui/control-style';
import { IconButton } from '@/components/ui/icon-button';

interface Stretch {
  /** `HH:MM`. */
  from: string;
  /** `HH:MM`, or `24:00`. */
  to: string;
}
interface WeekHoursProps {
  /** From Monday on. */
  days: Stretch[][];
  onChange: (days: Stretch[][]) => void;
  /** What a day without hours, and a week of them, is called; without it as for a house. */
  words?: { closed: string; never: string };
}

const WEEKDAYS = 5;
const MOST_STRETCHES = 6;
/** A clock has no 24:00: the midnight that ends a day is shown as 00:00. */
const shown = (time: string) => (time === '24:00' ? '00:00' : time);
const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** What is wrong with a day: a stretch that ends before it begins, or begins before the one above ended. */
function problemOf(day: readonly Stretch[]): 'order' | 'overlap' | null {
  if (day.some(({ from, to }) => from >= to)) return 'order';
  return day.some((one, n) => n > 0 && one.from < day[n - 1]!.to) ? 'overlap' : null;
}

/** Seven days with their stretches of open hours; a break is the gap between two. */
export function WeekHours({ days, onChange, words }: WeekHoursProps) {
  const t = useTranslations('workspace.hours');
  const locale = useLocale();
  // 5 January 2026 was a Monday
  const nameOf = (n: number) =>
    new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, 0, 5 + n));
  const setDay = (n: number, day: Stretch[]) => onChange(days.with(n, day));
  const total = days.flat().reduce((sum, { from, to }) => sum + Math.max(0, minutes(to) - minutes(from)), 0);
  return (
    <div className="@container">
      <ul className="border-y">
        {days.map((day, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a week has seven days and keeps their order
          <li key={n} className="border-b py-3 last:border-b-0">
            <fieldset className="flex flex-wrap items-start gap-x-4 gap-y-2">
              <legend className="sr-only">{nameOf(n)}</legend>
              <span aria-hidden className="w-28 shrink-0 pt-1.5 text-ui font-[550] @max-lg:w-full">
                {nameOf(n)}
              </span>
              <div className="flex min-w-60 flex-1 flex-col gap-2">
                {day.length === 0 ? (
                  <span className="pt-1.5 text-ui text-ink-3">{words?.closed ?? t('closed')}</span>
                ) : null}
                {day.map((stretch, at) => (
                  <StretchRow
                    // biome-ignore lint/suspicious/noArrayIndexKey: stretches are told apart by their place alone
                    key={at}
                    stretch={stretch}
                    onChange={(next) => setDay(n, day.with(at, next))}
                    onRemove={() => setDay(n, day.toSpliced(at, 1))}
                  />
                ))}
                {problemOf(day) ? (
                  <p role="alert" className="text-small text-danger">
                    {t(`problem.${problemOf(day)!}`)}
                  </p>
                ) : null}
              </div>
              <div className="flex items-center gap-1">
                <IconButton
                  label={day.length === 0 ? t('open') : t('addStretch')}
                  icon={<Plus aria-hidden className="size-4" />}
                  disabled={day.length >= MOST_STRETCHES || day.at(-1)?.to === '24:00'}
                  onClick={() => setDay(n, [...day, nextStretch(day)])}
                />
                {n < WEEKDAYS ? (
                  <IconButton
                    label={t('copy', { day: nameOf(n) })}
                    icon={<Copy aria-hidden className="size-4" />}
                    onClick={() => onChange(days.map((one, other) => (other < WEEKDAYS ? day : one)))}
                  />
                ) : null}
              </div>
            </fieldset>
          </li>
        ))}
      </ul>
      <p className="tabular mt-2 text-small text-ink-2">
        {total === 0 ? (words?.never ?? t('never')) : t('total', { hours: Math.round(total / 6) / 10 })}
      </p>
      {total === 0 ? (
        <Button
          size="small"
          className="mt-2"
          onClick={() => onChange(days.map((_, n) => (n < WEEKDAYS ? [{ from: '09:00', to: '17:00' }] : [])))}
        >
          {t('usual')}
        </Button>
      ) : null}
    </div>
  );
}

/** After the last stretch an hour's break, then four hours as far as the day goes. */
function nextStretch(day: readonly Stretch[]): Stretch {
  const last = day.at(-1);
  if (!last) return { from: '09:00', to: '17:00' };
  const from = Math.min(minutes(last.to) + 60, 23 * 60);
  const at = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  return { from: at(from), to: at(Math.min(from + 240, 24 * 60)) };
}

interface StretchRowProps {
  stretch: Stretch;
  onChange: (stretch: Stretch) => void;
  onRemove: () => void;
}

function StretchRow({ stretch, onChange, onRemove }: StretchRowProps) {
  const t = useTranslations('workspace.hours');
  const box = `${controlStyle} tabular h-control max-w-36 px-2`;
  return (
    <div className="flex items-center gap-2">
      <input
        type="time"
        required
        aria-label={t('from')}
        value={stretch.from}
        onChange={(event) => event.target.value && onChange({ ...stretch, from: event.target.value })}
        className={box}
      />
      <span aria-hidden className="text-ink-3">
        –
      </span>
      <input
        type="time"
        required
        aria-label={t('to')}
        value={shown(stretch.to)}
        onChange={(event) => {
          const to = event.target.value;
          if (to) onChange({ ...stretch, to: to === '00:00' ? '24:00' : to });
        }}
        className={box}
      />
      <IconButton
        label={t('removeStretch', { from: stretch.from, to: shown(stretch.to) })}
        icon={<X aria-hidden className="size-4" />}
        onClick={onRemove}
      />
    </div>
  );
}
