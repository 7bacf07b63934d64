'use client';
import { CircleAlert } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { importWords } from '@/lib/rules/import-words';
import type { ImportDto, ImportOptions, PreviewRowDto } from '@/lib/schemas/import';
import type { Locale, Priority } from '@/lib/schemas/values';

const HEAD = 'h-9 border-b pe-4 text-start text-micro whitespace-nowrap text-ink-3';
const CELL = 'border-b py-2 pe-4 align-top text-small';

/** The first rows as they would come in; what does not pass stands there as it is, with the reason below it. */
export function PreviewTable({ data, options }: { data: ImportDto; options: ImportOptions }) {
  const t = useTranslations('data.map');
  const shown = (['topic', 'priority', 'language', 'thread'] as const).filter(
    (field) => options.mapping[field === 'thread' ? 'thread_id' : field] !== null,
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard
    <section aria-label={t('preview')} tabIndex={0} className="scrolling overflow-x-auto">
      <table className="w-full min-w-160 border-collapse">
        <thead>
          <tr>
            <th scope="col" className={`${HEAD} ps-2`}>
              {t('line')}
            </th>
            <th scope="col" className={HEAD}>
              {t('who')}
            </th>
            <th scope="col" className={HEAD}>
              {t('when', { zone: options.time_zone })}
            </th>
            <th scope="col" className={HEAD}>
              {t('field.body')}
            </th>
            {shown.map((field) => (
              <th key={field} scope="col" className={HEAD}>
                {t(`field.${field === 'thread' ? 'thread_id' : field}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.preview.map((row) =>
            row.row ? (
              <GoodRow key={row.line} line={row.line} row={row.row} zone={options.time_zone} shown={shown} />
            ) : (
              <BadRow key={row.line} row={row} span={3 + shown.length} />
            ),
          )}
        </tbody>
      </table>
    </section>
  );
}

interface GoodRowProps {
  line: number;
  row: NonNullable<PreviewRowDto['row']>;
  zone: string;
  shown: readonly ('topic' | 'priority' | 'language' | 'thread')[];
}

function GoodRow({ line, row, zone, shown }: GoodRowProps) {
  const locale = useLocale();
  const c = useTranslations('common.priority');
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone: zone });
  const cell = (field: GoodRowProps['shown'][number]) =>
    field === 'priority' && row.priority ? c(row.priority as Priority) : (row[field] ?? '–');
  return (
    <tr>
      <td className={`${CELL} tabular ps-2 text-ink-3`}>{line}</td>
      <td className={`${CELL} max-w-48 truncate text-ink`}>
        <bdi>{row.customer}</bdi>
      </td>
      <td className={`${CELL} tabular whitespace-nowrap text-ink-2`}>{time.format(new Date(row.sent_at))}</td>
      <td className={`${CELL} text-ink`}>
        <bdi className="line-clamp-2 max-w-[56ch]">{row.body}</bdi>
      </td>
      {shown.map((field) => (
        <td key={field} className={`${CELL} whitespace-nowrap text-ink-2`}>
          {cell(field)}
        </td>
      ))}
    </tr>
  );
}

function BadRow({ row, span }: { row: PreviewRowDto; span: number }) {
  const locale = useLocale() as Locale;
  return (
    <tr className={row.rule ? 'bg-danger-bg' : undefined}>
      <td className={`${CELL} tabular ps-2 text-ink-3`}>{row.line}</td>
      <td colSpan={span} className={CELL}>
        <bdi className="line-clamp-2 break-all text-ink-2">{row.cells.join(' · ') || '–'}</bdi>
        {row.rule ? (
          <span className="mt-1 flex items-start gap-1.5 text-danger">
            <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
            {importWords(row.rule, locale)}
          </span>
        ) : null}
      </td>
    </tr>
  );
}
