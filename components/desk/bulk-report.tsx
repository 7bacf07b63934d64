'use client';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useDesk } from './desk-context';
import { DeskLink } from './desk-link';

/** Tickets that were left as they are, by an act on several or by its undo. */
export interface BulkFailures {
  /** How many were changed, and how many not. */
  title: string;
  failed: readonly { id: string; number: number | null; why: string }[];
  /** Takes back what was done; null when nothing was, or this was an undo. */
  undo: { label: string; run: () => void } | null;
}

interface BulkReportProps {
  failures: BulkFailures | null;
  onClose: () => void;
}

/** Which tickets were left as they are, and why. */
export function BulkReport({ failures, onClose }: BulkReportProps) {
  const t = useTranslations('views.bulk');
  const { hrefFor, go } = useDesk();
  if (!failures) return null;
  const { title, failed, undo } = failures;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title}>
      <ul className="scrolling max-h-[50dvh] divide-y divide-line">
        {failed.map(({ id, number, why }) => (
          <li key={id} className="flex items-baseline gap-3 py-2 text-small">
            {number === null ? (
              <span className="text-ink-3">{t('unknown')}</span>
            ) : (
              <DeskLink
                href={hrefFor(number)}
                onGo={() => {
                  onClose();
                  go(number);
                }}
                className="tabular font-mono text-accent hover:underline"
              >
                #{number}
              </DeskLink>
            )}
            <span className="text-ink-2">{why}</span>
          </li>
        ))}
      </ul>
      {undo ? (
        <div className="flex justify-end pt-4">
          <Button
            variant="secondary"
            onClick={() => {
              onClose();
              undo.run();
            }}
          >
            {undo.label}
          </Button>
        </div>
      ) : null}
    </Dialog>
  );
}
