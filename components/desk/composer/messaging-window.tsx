'use client';
import { cx } from 'class-variance-authority';
import { Clock, Lock } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { MessagingDto } from '@/lib/schemas/messenger';
import { useSecondsLeft } from './use-seconds-left';

interface MessagingWindowProps {
  window: NonNullable<MessagingDto['window']>;
  customer: string;
  /** Turns to the note; null where none may be written. */
  onNote: (() => void) | null;
}

/** How long Messenger still lets answers through, counted down; and when it does not, why, and what can be done. */
export function MessagingWindow({ window, customer, onNote }: MessagingWindowProps) {
  const t = useTranslations('composer.window');
  const left = useSecondsLeft(window.ends_at ? Date.parse(window.ends_at) : 0);
  const words = useDuration();
  if (window.state === 'off' || window.state === 'closed' || left === 0)
    return (
      <div
        role="alert"
        className="mx-3 mt-2 rounded-control border border-line-strong bg-canvas px-3 py-2.5 text-small text-ink"
      >
        <p className="flex items-start gap-2 font-[600] text-warn">
          <Lock aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="min-w-0 text-pretty">
            {window.state === 'off' ? t('off', { page: window.page }) : t('closed', { customer })}
          </span>
        </p>
        {window.state === 'off' ? null : (
          <p className="ms-6 mt-0.5 text-ink-2 text-pretty">{t('closedHint')}</p>
        )}
        {onNote ? (
          <Button size="small" variant="note" className="ms-6 mt-2" onClick={onNote}>
            {t('note')}
          </Button>
        ) : null}
      </div>
    );
  const isHuman = window.state === 'human_agent';
  const isShort = left < 3_600;
  return (
    <p
      role="timer"
      aria-live="off"
      className={cx(
        'flex items-center gap-1.5 px-5.5 pt-1 text-small',
        isHuman || isShort ? 'text-warn' : 'text-ink-3',
      )}
    >
      <Clock aria-hidden className="size-3.5 shrink-0" />
      <span className="tabular min-w-0">{t(isHuman ? 'human' : 'open', { left: words(left) })}</span>
    </p>
  );
}

/** Days and hours, hours and minutes, at the end minutes and seconds. */
function useDuration(): (seconds: number) => string {
  const format = useFormatter();
  const unit = (value: number, name: 'day' | 'hour' | 'minute' | 'second') =>
    format.number(value, { style: 'unit', unit: name, unitDisplay: 'short' });
  const pair = (parts: string[]) => format.list(parts, { type: 'unit', style: 'narrow' });
  return (seconds) => {
    const [minutes, hours, days] = [60, 3_600, 86_400].map((size) => Math.floor(seconds / size)) as [
      number,
      number,
      number,
    ];
    if (days > 0) return pair([unit(days, 'day'), unit(hours % 24, 'hour')]);
    if (hours > 0) return pair([unit(hours, 'hour'), unit(minutes % 60, 'minute')]);
    return pair([unit(minutes, 'minute'), unit(seconds % 60, 'second')]);
  };
}
