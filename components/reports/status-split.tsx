'use client';
import { cx } from 'class-variance-authority';
import type { ReportQuestion } from '@/components/data/use-report';
import { StatusGlyph } from '@/components/ui/status-glyph';
import type { ReportDto } from '@/lib/schemas/report';
import { STATUSES, type Status } from '@/lib/schemas/values';
import { DoorLink } from './door-link';
import { useWords } from './use-words';

const FILL: Record<Status, string> = {
  OPEN: 'bg-status-open',
  ASSIGNED: 'bg-status-assigned',
  IN_PROGRESS: 'bg-status-progress',
  WAITING_ON_CUSTOMER: 'bg-status-waiting',
  RESOLVED: 'bg-status-resolved',
  CLOSED: 'bg-status-closed',
};

/** One bar of all tickets that came in, parted by the status they have now; below, each part as a door. */
export function StatusSplit({
  split,
  question,
}: {
  split: ReportDto['by_status'];
  question: ReportQuestion;
}) {
  const { t, c, number } = useWords();
  const of = (status: Status) => split[status] ?? 0;
  const total = STATUSES.reduce((sum, status) => sum + of(status), 0);
  return (
    <div>
      <div aria-hidden="true" className="flex h-7 gap-px overflow-hidden rounded-control bg-sunken">
        {STATUSES.map((status) =>
          of(status) > 0 ? (
            <div
              key={status}
              className={cx('min-w-1', FILL[status])}
              style={{ flexGrow: of(status), flexBasis: 0 }}
            />
          ) : null,
        )}
      </div>
      <ul className="mt-3 grid gap-x-10 sm:grid-cols-2 xl:grid-cols-3">
        {STATUSES.map((status) => (
          <li key={status} className="tabular flex h-8 items-center gap-2 border-b text-small">
            <StatusGlyph status={status} className="size-4" />
            <span className="flex-1 text-ink-2">{c(`status.${status}`)}</span>
            <span className="w-12 text-end text-ink-3">
              {total === 0 ? '–' : number(of(status) / total, { style: 'percent', maximumFractionDigits: 0 })}
            </span>
            <DoorLink
              door={{ show: 'created', ...question, status }}
              empty={of(status) === 0}
              label={t('door', { name: c(`status.${status}`), n: of(status) })}
              className="w-14 text-end text-ink"
            >
              {number(of(status))}
            </DoorLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
