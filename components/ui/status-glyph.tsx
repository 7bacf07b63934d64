import { cx } from 'class-variance-authority';
import type { Status } from '@/lib/schemas/values';

const COLOUR: Record<Status, string> = {
  OPEN: 'text-status-open',
  ASSIGNED: 'text-status-assigned',
  IN_PROGRESS: 'text-status-progress',
  WAITING_ON_CUSTOMER: 'text-status-waiting',
  RESOLVED: 'text-status-resolved',
  CLOSED: 'text-status-closed',
};

/** The shape alone tells the status: ring, ring with dot, half, pause, tick, filled with tick. */
export function StatusGlyph({ status, className }: { status: Status; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={cx('size-4 shrink-0', COLOUR[status], className)}
    >
      {shapes[status]}
    </svg>
  );
}

const ring = <circle cx="8" cy="8" r="6" />;
const shapes: Record<Status, React.ReactNode> = {
  OPEN: ring,
  ASSIGNED: (
    <>
      {ring}
      <circle cx="8" cy="8" r="2.25" fill="currentColor" stroke="none" />
    </>
  ),
  IN_PROGRESS: (
    <>
      {ring}
      <path d="M8 4.5a3.5 3.5 0 0 1 0 7z" fill="currentColor" stroke="none" />
    </>
  ),
  WAITING_ON_CUSTOMER: (
    <>
      {ring}
      <path d="M6.5 6v4M9.5 6v4" />
    </>
  ),
  RESOLVED: (
    <>
      {ring}
      <path d="m5.5 8.25 1.75 1.75 3.25-3.75" />
    </>
  ),
  CLOSED: (
    <>
      <circle cx="8" cy="8" r="6.75" fill="currentColor" stroke="none" />
      <path d="m5.5 8.25 1.75 1.75 3.25-3.75" stroke="var(--surface)" />
    </>
  ),
};
