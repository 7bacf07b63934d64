import { cx } from 'class-variance-authority';

const RADIUS = 19;
const ROUND = 2 * Math.PI * RADIUS;
/** From here on it is urgent. */
const LAST = 5;

/** A ring that empties, with the seconds in it. */
export function CountdownRing({ seconds, total }: { seconds: number; total: number }) {
  const share = Math.min(1, Math.max(0, (seconds - 1) / total));
  const isLast = seconds <= LAST;
  return (
    <span className="relative inline-flex size-11 shrink-0 items-center justify-center">
      <svg viewBox="0 0 44 44" aria-hidden="true" className="absolute inset-0 size-full -rotate-90">
        <circle cx="22" cy="22" r={RADIUS} fill="none" strokeWidth="3" className="stroke-line" />
        <circle
          cx="22"
          cy="22"
          r={RADIUS}
          fill="none"
          strokeWidth="3"
          strokeLinecap="round"
          strokeDasharray={ROUND}
          strokeDashoffset={ROUND * (1 - share)}
          className={cx(
            'transition-[stroke-dashoffset,stroke] duration-1000 ease-linear motion-reduce:transition-none',
            isLast ? 'stroke-warn' : 'stroke-accent',
          )}
        />
      </svg>
      <span className={cx('tabular text-ui font-[600]', isLast ? 'text-warn' : 'text-ink')}>{seconds}</span>
    </span>
  );
}
