'use client';
import { useLocale, useTranslations } from 'next-intl';
import { factWords } from '@/lib/rules/import-words';
import type { FactReportDto } from '@/lib/schemas/customer-facts';
import type { Locale } from '@/lib/schemas/values';
import { Figures } from './figures';

const SHOWN = 50;
const HEAD = 'h-9 border-b pe-4 text-start text-micro whitespace-nowrap text-ink-3';
const CELL = 'border-b py-2 pe-4 align-top text-small [overflow-wrap:anywhere]';

/** What a file of facts does or did: how many customers, the first changes, the rows that do not pass. */
export function FactsReport({ report }: { report: FactReportDto }) {
  const t = useTranslations('data.facts');
  const { updated, unchanged, skipped } = report;
  return (
    <>
      <div role="status">
        <Figures
          figures={[
            [t('updated'), updated],
            [t('unchanged'), unchanged],
            [t('skipped'), skipped],
          ]}
        />
      </div>
      {report.changes.length > 0 ? <Changes changes={report.changes} /> : null}
      {report.errors.length > 0 ? <BadRows report={report} /> : null}
    </>
  );
}

function Changes({ changes }: { changes: FactReportDto['changes'] }) {
  const t = useTranslations('data.facts.preview');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard
    <section aria-label={t('title')} tabIndex={0} className="scrolling overflow-x-auto">
      <table className="w-full min-w-120 border-collapse">
        <thead>
          <tr>
            {(['customer', 'fact', 'old', 'new'] as const).map((column) => (
              <th key={column} scope="col" className={HEAD}>
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.map(({ customer, label, old, new: now }, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two customers may have one name
            <tr key={row}>
              <th scope="row" className={`${CELL} text-start font-[550] text-ink`}>
                <bdi>{customer}</bdi>
              </th>
              <td className={`${CELL} text-ink-2`}>
                <bdi>{label}</bdi>
              </td>
              <td className={`${CELL} text-ink-3`}>{old === null ? '–' : <bdi>{old}</bdi>}</td>
              <td className={`${CELL} text-ink`}>{now === null ? '–' : <bdi>{now}</bdi>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {changes.length >= SHOWN ? (
        <p className="pt-2 text-small text-ink-3">{t('more', { count: changes.length })}</p>
      ) : null}
    </section>
  );
}

function BadRows({ report: { errors, skipped } }: { report: FactReportDto }) {
  const t = useTranslations('data.facts');
  const b = useTranslations('data.bad');
  const locale = useLocale() as Locale;
  return (
    <section aria-label={b('title')} className="flex flex-col gap-3">
      <h2 className="text-heading">{b('title')}</h2>
      <ol className="border-t">
        {errors.slice(0, SHOWN).map(({ line, rule }) => (
          <li key={line} className="flex gap-4 border-b py-2 text-small">
            <span className="tabular w-20 shrink-0 text-ink-3">{b('line', { line })}</span>
            <span className="min-w-0 text-ink">{factWords(rule, locale)}</span>
          </li>
        ))}
      </ol>
      {skipped > SHOWN ? (
        <p className="text-small text-ink-3">{t('moreRows', { count: skipped - SHOWN })}</p>
      ) : null}
    </section>
  );
}
