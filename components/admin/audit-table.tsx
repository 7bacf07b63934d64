'use client';
import { Check, Copy, UserSearch } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatLocale } from '@/components/ui/format-locale';
import { IconButton } from '@/components/ui/icon-button';
import { Skeleton } from '@/components/ui/skeleton';
import type { AuditDto } from '@/lib/schemas/audit';
import { useAuditText } from './use-audit-text';

interface AuditTableProps {
  /** Undefined while they are fetched. */
  entries: AuditDto[] | undefined;
  /** Narrows the log to one person. */
  onPerson?: (id: string) => void;
}

const HEAD = 'h-9 border-b text-start text-micro text-ink-3';

/** One act a row: when, what, and the request it came with. */
export function AuditTable({ entries, onPerson }: AuditTableProps) {
  const t = useTranslations('audit');
  return (
    <table className="w-full border-collapse text-start" aria-busy={entries === undefined}>
      <caption className="sr-only">{t('title')}</caption>
      <thead>
        <tr>
          <th scope="col" className={`${HEAD} w-28 sm:w-48`}>
            {t('when')}
          </th>
          <th scope="col" className={HEAD}>
            {t('what')}
          </th>
          <th scope="col" className={`${HEAD} w-px text-end sm:w-20`}>
            <span className="sr-only">{t('request')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {entries
          ? entries.map((entry) => <AuditRow key={entry.id} entry={entry} onPerson={onPerson} />)
          : [0, 1, 2, 3, 4].map((row) => (
              <tr key={row} className="border-b">
                <td colSpan={3} className="h-12">
                  <Skeleton className="w-1/2" />
                </td>
              </tr>
            ))}
      </tbody>
    </table>
  );
}

function AuditRow({ entry, onPerson }: { entry: AuditDto; onPerson?: (id: string) => void }) {
  const t = useTranslations('audit');
  const locale = useLocale();
  const { sentence, changes } = useAuditText()(entry);
  const { person } = entry;
  return (
    <tr className="border-b align-top hover:bg-hover">
      <td className="tabular py-2.5 pe-4 text-small sm:whitespace-nowrap text-ink-2">
        <time dateTime={entry.created_at} suppressHydrationWarning>
          {new Intl.DateTimeFormat(formatLocale(locale), { dateStyle: 'medium', timeStyle: 'medium' }).format(
            new Date(entry.created_at),
          )}
        </time>
      </td>
      <td className="min-w-0 py-2.5 pe-2">
        <p className="text-ui wrap-anywhere">{sentence}</p>
        {changes.length > 0 ? (
          <dl className="mt-0.5 text-small text-ink-2">
            {changes.map(({ field, old, now }) => (
              <div key={field} className="flex flex-wrap gap-x-1.5 wrap-anywhere">
                <dt className="text-ink-3">{field}</dt>
                {now === null ? null : (
                  <dd>
                    <del className="no-underline">
                      <bdi>{old}</bdi>
                    </del>{' '}
                    <span aria-hidden className="inline-block rtl:-scale-x-100">
                      →
                    </span>{' '}
                    <ins className="text-ink no-underline">
                      <bdi>{now}</bdi>
                    </ins>
                  </dd>
                )}
              </div>
            ))}
          </dl>
        ) : null}
      </td>
      <td className="whitespace-nowrap py-1 text-end">
        {onPerson && person && person.id !== entry.actor?.id ? (
          <IconButton
            label={t('allAbout', { name: person.name })}
            icon={<UserSearch aria-hidden className="size-3.5" />}
            onClick={() => onPerson(person.id)}
          />
        ) : null}
        {entry.request_id ? <CopyRequest id={entry.request_id} /> : null}
      </td>
    </tr>
  );
}

/** By the request's id the server's own log is found. */
function CopyRequest({ id }: { id: string }) {
  const c = useTranslations('common');
  const [copied, setCopied] = useState(false);
  const Icon = copied ? Check : Copy;
  return (
    <IconButton
      label={copied ? c('copied') : c('copyRequestId')}
      icon={<Icon aria-hidden className="size-3.5" />}
      onClick={() => void navigator.clipboard.writeText(id).then(() => setCopied(true))}
    />
  );
}
