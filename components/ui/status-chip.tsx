'use client';
import { useTranslations } from 'next-intl';
import type { Status } from '@/lib/schemas/values';
import { Chip } from './chip';
import { StatusGlyph } from './status-glyph';

export const STATUS_TINT: Record<Status, string> = {
  OPEN: 'bg-status-open-bg text-status-open',
  ASSIGNED: 'bg-status-assigned-bg text-status-assigned',
  IN_PROGRESS: 'bg-status-progress-bg text-status-progress',
  WAITING_ON_CUSTOMER: 'bg-status-waiting-bg text-status-waiting',
  RESOLVED: 'bg-status-resolved-bg text-status-resolved',
  CLOSED: 'bg-status-closed-bg text-status-closed',
};

/** Staff's words. Customers read `portal` messages instead ("We are on it"). */
export function StatusChip({ status }: { status: Status }) {
  const t = useTranslations('common.status');
  return (
    <Chip className={STATUS_TINT[status]} icon={<StatusGlyph status={status} className="size-3.5" />}>
      {t(status)}
    </Chip>
  );
}
