'use client';
import { cx } from 'class-variance-authority';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { RelativeTime } from '@/components/ui/relative-time';
import type { AiUsageDto } from '@/lib/schemas/ai';

/** Where sources are missing first, since that is what an admin can mend; then people, models and failures. */
export function AiTables({ usage }: { usage: AiUsageDto }) {
  const t = useTranslations('ai.admin');
  const f = useTranslations('ai.failures');
  const format = useFormatter();
  const money = (value: number | null) =>
    value === null
      ? t('unpricedOnly')
      : format.number(value, {
          style: 'currency',
          currency: 'USD',
          maximumFractionDigits: value < 1 ? 4 : 2,
        });
  const share = (value: number | null) => (value === null ? '–' : format.number(value, { style: 'percent' }));
  const failure = (code: string) => {
    const key = code as Parameters<typeof f>[0];
    return f.has(key) ? f(key, { seconds: 20, minutes: 1 }) : code;
  };
  return (
    <div className="mt-8 flex flex-col gap-10">
      <Table
        title={t('gaps')}
        detail={t('gapsDetail')}
        empty={t('noGaps')}
        head={[t('topic'), t('drafts'), t('asked'), t('unsupported')]}
        rows={usage.gaps.map((gap) => ({
          key: gap.topic ?? '',
          cells: [
            gap.topic === null ? (
              <span key="topic" className="text-ink-2">
                {t('noTopic')}
              </span>
            ) : (
              <Link
                key="topic"
                href={`/desk/all?topic=${encodeURIComponent(gap.topic)}`}
                className="rounded-control text-accent hover:underline"
              >
                {gap.topic}
              </Link>
            ),
            format.number(gap.drafts),
            format.number(gap.asked),
            format.number(gap.unsupported),
          ],
        }))}
      />
      <Table
        title={t('people')}
        head={[t('person'), t('drafts'), t('sent'), t('edits'), t('cost')]}
        rows={usage.people.map((person) => ({
          key: person.id,
          cells: [
            <bdi key="name">{person.name}</bdi>,
            format.number(person.drafts),
            format.number(person.used),
            share(person.edit_share),
            money(person.cost),
          ],
        }))}
      />
      <Table
        title={t('models')}
        head={[t('model'), t('drafts'), t('cost')]}
        rows={usage.models.map(({ key, drafts, cost }) => ({
          key,
          cells: [
            key === 'none' ? t('none') : key,
            format.number(drafts),
            key === 'none' ? '–' : money(cost),
          ],
        }))}
      />
      {usage.failures.length > 0 ? (
        <Table
          title={t('failures')}
          head={[t('failure'), t('drafts')]}
          rows={usage.failures.map(({ key, drafts }) => ({
            key,
            cells: [failure(key), format.number(drafts)],
          }))}
        />
      ) : null}
      {usage.reasons.length > 0 ? (
        <section>
          <h2 className="text-heading">{t('reasons')}</h2>
          <ul className="mt-2 border-t">
            {usage.reasons.map((reason) => (
              <li
                key={`${reason.ticket_number} ${reason.created_at}`}
                className="flex gap-3 border-b py-2 text-ui"
              >
                <Link
                  href={`/desk/all/${reason.ticket_number}`}
                  className="shrink-0 rounded-control text-accent hover:underline"
                >
                  #{reason.ticket_number}
                </Link>
                <span dir="auto" className="min-w-0 flex-1 wrap-anywhere">
                  {reason.text}
                </span>
                <RelativeTime value={reason.created_at} className="shrink-0 text-small text-ink-3" />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

interface TableProps {
  title: string;
  detail?: string;
  empty?: string;
  head: readonly string[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}

/** The first column is what a row is about; the others are numbers. */
function Table({ title, detail, empty, head, rows }: TableProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-heading">
        {title}
      </h2>
      {detail ? <p className="mt-0.5 max-w-[70ch] text-small text-ink-2">{detail}</p> : null}
      {rows.length === 0 ? (
        <p className="mt-2 border-y py-3 text-ui text-ink-2">{empty}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must be scrollable by keys alone
        <section aria-labelledby={id} tabIndex={0} className="mt-2 overflow-x-auto">
          <table aria-labelledby={id} className="w-full border-collapse text-ui">
            <thead>
              <tr>
                {head.map((name, column) => (
                  <th
                    key={name}
                    scope="col"
                    className={cx(
                      'h-9 border-b px-2 text-micro text-ink-3',
                      column === 0 ? 'ps-1 text-start' : 'text-end sm:w-32',
                    )}
                  >
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, cells }) => (
                <tr key={key} className="border-b">
                  {cells.map((cell, column) => (
                    <td
                      key={head[column]}
                      className={cx('h-10 px-2', column === 0 ? 'ps-1' : 'tabular text-end text-ink-2')}
                    >
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}
