'use client';
import { useTranslations } from 'next-intl';
import { useProblemText } from '@/components/data/use-problem-text';
import { useUrgencyPreview } from '@/components/data/use-urgency-preview';
import { useReasonText } from '@/components/desk/urgency-reasons';
import { Skeleton } from '@/components/ui/skeleton';
import { UrgencyGlyph } from '@/components/ui/urgency-glyph';
import type { UrgencyLevel, UrgencyPreviewDto, UrgencyRules } from '@/lib/schemas/urgency';

/** The newest tickets whose customer waits, as these rules would have them; what changes comes first. */
export function UrgencyPreview({ rules }: { rules: UrgencyRules }) {
  const t = useTranslations('urgency.admin');
  const { problem } = useProblemText();
  const { data, error } = useUrgencyPreview(rules);
  if (error)
    return <p className="text-small text-ink-2">{t('previewFailed', { problem: problem(error) })}</p>;
  if (!data) return <Skeleton className="w-2/3" />;
  if (data.length === 0) return <p className="text-small text-ink-2">{t('previewEmpty')}</p>;
  const moves = ({ before, after }: UrgencyPreviewDto) => Number(before !== after);
  const shown = data.toSorted((a, b) => moves(b) - moves(a) || b.after - a.after);
  return (
    <>
      <p className="text-small text-ink-2" role="status">
        {t('previewCount', {
          changed: data.filter(moves).length,
          total: data.length,
          urgent: data.filter(({ after }) => after > 0).length,
        })}
      </p>
      <ul className="border-t">
        {shown.map((ticket) => (
          <PreviewRow key={ticket.id} ticket={ticket} />
        ))}
      </ul>
    </>
  );
}

function PreviewRow({ ticket }: { ticket: UrgencyPreviewDto }) {
  const reason = useReasonText();
  const { number, subject, customer, before, after, reasons } = ticket;
  return (
    <li className="flex items-start gap-4 border-b py-2.5">
      <div className="min-w-0 flex-1">
        <p className="truncate text-ui text-ink">
          <span className="tabular me-2 font-mono text-small text-ink-3">#{number}</span>
          <bdi>{subject}</bdi>
        </p>
        <p className="mt-0.5 text-small text-ink-3 [overflow-wrap:anywhere]">
          {reasons.length > 0 ? reasons.map(reason).join(' · ') : <bdi>{customer}</bdi>}
        </p>
      </div>
      <p className="flex shrink-0 items-center gap-2 text-small">
        {before === after ? null : (
          <>
            <Level level={before} faded />
            <span aria-hidden className="text-ink-3 rtl:-scale-x-100">
              →
            </span>
          </>
        )}
        <Level level={after} />
      </p>
    </li>
  );
}

function Level({ level, faded = false }: { level: UrgencyLevel; faded?: boolean }) {
  const t = useTranslations('urgency.level');
  return (
    <span className={faded ? 'text-ink-3 line-through' : 'inline-flex items-center gap-1.5 text-ink'}>
      {faded ? null : <UrgencyGlyph level={level} className="size-3.5" />}
      {t(String(level) as '0')}
    </span>
  );
}
