'use client';
import { useTranslations } from 'next-intl';
import { MoreButton } from '@/components/data/more-button';
import { QueryError } from '@/components/data/query-error';
import { type AuditFilters, useAudit } from '@/components/data/use-audit';
import { EmptyState } from '@/components/ui/empty-state';
import { AuditTable } from './audit-table';

interface AuditEntriesProps {
  filters: AuditFilters;
  /** Narrows the log to one person; left out where it is narrowed for good. */
  onPerson?: (id: string) => void;
}

/** The audit log through a filter, newest first, more at a press. */
export function AuditEntries({ filters, onPerson }: AuditEntriesProps) {
  const t = useTranslations('audit');
  const entries = useAudit(filters);
  if (entries.error && !entries.data) {
    return <QueryError title={t('notLoaded')} query={entries} />;
  }
  if (entries.data?.length === 0) return <EmptyState title={t('nothing')} />;
  return (
    <>
      <AuditTable entries={entries.data} onPerson={onPerson} />
      <MoreButton list={entries} label={t('more')} />
    </>
  );
}
