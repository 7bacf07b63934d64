'use client';
import { cx } from 'class-variance-authority';
import { useTranslations } from 'next-intl';
import type { QueueDto } from '@/lib/schemas/system';

const COLUMNS = ['waiting', 'active', 'delayed', 'failed'] as const;

export function QueueTable({ queues }: { queues: QueueDto[] }) {
  const t = useTranslations('system.queues');
  const nameOf = (name: string) => {
    const key = `names.${name}` as Parameters<typeof t>[0];
    return t.has(key) ? t(key) : name;
  };
  return (
    <table className="w-full max-w-160 border-collapse text-start">
      <caption className="sr-only">{t('title')}</caption>
      <thead>
        <tr className="border-b text-micro text-ink-3">
          <th scope="col" className="h-9 text-start">
            {t('name')}
          </th>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" className="h-9 ps-3 text-end">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {queues.map((queue) => (
          <tr key={queue.name} className="border-b text-ui">
            <th scope="row" className="h-10 text-start font-[550]">
              {nameOf(queue.name)}
            </th>
            {COLUMNS.map((column) => (
              <td
                key={column}
                className={cx(
                  'tabular h-10 ps-3 text-end',
                  column === 'failed' && queue.failed > 0 ? 'font-[600] text-danger' : 'text-ink-2',
                )}
              >
                {queue[column]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
