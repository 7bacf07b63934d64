'use client';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { BulkDto } from '@/lib/schemas/bulk';
import { useDesk } from './desk-context';
import { DeskLink } from './desk-link';

/** Those that were left as they are, by an act or by its undo. */
export interface BulkFailures {
  kind: 'act' | 'undo';
  done: number;
  failed: BulkDto['failed'];
  /** What was done can be taken back by this. */
  undo: string | null;
}

interface BulkReportProps {
  failures: BulkFailures | null;
  onClose: () => void;
  onUndo: (id: string) => void;
}

/** Which tickets were left as they are, and why. */
export function BulkReport({ failures, onClose, onUndo }: BulkReportProps) {
  const t = useTranslations('views.bulk');
  const { hrefFor, go } = useDesk();
  if (!failures) return null;
  const { kind, done, failed, undo } = failures;
  const why = (code: string) => (t.has(`codes.${code}`) ? t(`codes.${code}`) : t('codes.other', { code }));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(kind === 'act' ? 'partly' : 'undonePartly', { done, failed: failed.length })}
    >
      <ul className="scrolling max-h-[50dvh] divide-y divide-line">
        {failed.map(({ id, number, code }) => (
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
            <span className="text-ink-2">{why(code)}</span>
          </li>
        ))}
      </ul>
      {undo && done > 0 ? (
        <div className="flex justify-end pt-4">
          <Button
            variant="secondary"
            onClick={() => {
              onClose();
              onUndo(undo);
            }}
          >
            {t('undoDone', { count: done })}
          </Button>
        </div>
      ) : null}
    </Dialog>
  );
}
