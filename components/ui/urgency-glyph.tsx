import { cx } from 'class-variance-authority';
import type { UrgencyLevel } from '@/lib/schemas/urgency';

const COLOUR: Record<UrgencyLevel, string> = {
  0: 'text-ink-3',
  1: 'text-ink-2',
  2: 'text-priority-high',
  3: 'text-priority-urgent',
};

/** A clock that runs out: a quarter, a half, all of it. Unlike the bars of priority, which people set. */
export function UrgencyGlyph({ level, className }: { level: UrgencyLevel; className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 16 16" className={cx('size-4 shrink-0', COLOUR[level], className)}>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.5" />
      {level === 1 ? <path d="M8 8V3.75A4.25 4.25 0 0 1 12.25 8Z" fill="currentColor" /> : null}
      {level === 2 ? <path d="M8 12.25V3.75a4.25 4.25 0 0 1 0 8.5Z" fill="currentColor" /> : null}
      {level === 3 ? <circle cx="8" cy="8" r="4.25" fill="currentColor" /> : null}
    </svg>
  );
}
