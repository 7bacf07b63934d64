'use client';
import { useFormatter, useTranslations } from 'next-intl';
import type { AiUsageDto } from '@/lib/schemas/ai';

/** Four figures in one ruled row, each with what it is made of. */
export function AiFigures({ usage }: { usage: AiUsageDto }) {
  const t = useTranslations('ai.admin');
  const format = useFormatter();
  const { done, failed, cancelled, used, edited, discarded } = usage;
  const money = (value: number) =>
    format.number(value, { style: 'currency', currency: 'USD', maximumFractionDigits: value < 1 ? 4 : 2 });
  const seconds =
    usage.median_ms === null ? null : format.number(usage.median_ms / 1000, { maximumFractionDigits: 1 });
  const figures = [
    {
      key: 'drafts',
      value: format.number(usage.drafts),
      detail: [t('draftsDetail', { done, failed, cancelled }), seconds && t('median', { seconds })],
    },
    {
      key: 'sent',
      value: format.number(used + edited),
      detail: [
        t('sentDetail', { used, edited, discarded }),
        t('thumbs', { up: usage.thumbs_up, down: usage.thumbs_down }),
      ],
    },
    {
      key: 'edits',
      value: usage.edit_share === null ? '–' : format.number(usage.edit_share, { style: 'percent' }),
      detail: [t('editsDetail')],
    },
    {
      key: 'cost',
      value: usage.unpriced > 0 && usage.cost === 0 ? t('unpricedOnly') : money(usage.cost),
      detail: [
        t('costDetail', {
          tokensIn: format.number(usage.tokens_in),
          tokensOut: format.number(usage.tokens_out),
        }),
        usage.unpriced > 0 ? t('unpriced', { count: usage.unpriced }) : null,
      ],
    },
  ] as const;
  return (
    <dl className="mt-6 grid grid-cols-1 border-y sm:grid-cols-2 lg:grid-cols-4 lg:divide-x lg:rtl:divide-x-reverse">
      {figures.map(({ key, value, detail }) => (
        <div key={key} className="px-1 py-4 lg:px-4 lg:first:ps-1">
          <dt className="text-small text-ink-2">{t(key)}</dt>
          <dd className="tabular mt-0.5 text-display">{value}</dd>
          {detail.filter(Boolean).map((line) => (
            <dd key={line} className="text-small text-ink-3 text-pretty">
              {line}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
