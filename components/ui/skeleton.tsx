import { cx } from 'class-variance-authority';

/** A quiet bar where a line of text will be; the pane around it carries aria-busy. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cx('appear-late block h-3 rounded-full bg-sunken', className)} />;
}
