import { cx } from 'class-variance-authority';
import type { Priority } from '@/lib/schemas/values';

const COLOUR: Record<Priority, string> = {
  LOW: 'text-ink-3',
  MEDIUM: 'text-ink-2',
  HIGH: 'text-priority-high',
  URGENT: 'text-priority-urgent',
};

/** One to three bars; urgent is a filled square with an exclamation mark. Colour begins at High. */
export function PriorityGlyph({ priority, className }: { priority: Priority; className?: string }) {
  const bars = { LOW: 1, MEDIUM: 2, HIGH: 3, URGENT: 0 }[priority];
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      className={cx('size-4 shrink-0', COLOUR[priority], className)}
    >
      {priority === 'URGENT' ? (
        <>
          <rect x="1.5" y="1.5" width="13" height="13" rx="3" fill="currentColor" />
          <path d="M8 4.5v4" stroke="var(--surface)" strokeWidth="1.75" strokeLinecap="round" />
          <circle cx="8" cy="11.25" r="1.1" fill="var(--surface)" />
        </>
      ) : (
        [0, 1, 2].map((bar) => (
          <rect
            key={bar}
            x={2 + bar * 4.5}
            y={10 - bar * 3.5}
            width="3"
            height={4 + bar * 3.5}
            rx="1"
            fill="currentColor"
            opacity={bar < bars ? 1 : 0.28}
          />
        ))
      )}
    </svg>
  );
}
