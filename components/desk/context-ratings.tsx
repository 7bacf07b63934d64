'use client';
import { useTranslations } from 'next-intl';
import { RelativeTime } from '@/components/ui/relative-time';
import { ScoreFace } from '@/components/ui/score-face';
import { isLow } from '@/lib/rules/rating';
import type { TicketContextDto } from '@/lib/schemas/ticket-context';
import { useDesk } from './desk-context';
import { DeskLink } from './desk-link';

/** What the customer said of the help he got, the latest first; each opens its ticket. */
export function ContextRatings({ ratings }: { ratings: TicketContextDto['customer']['ratings'] }) {
  const c = useTranslations('common.score');
  const { hrefFor, go } = useDesk();
  return (
    <ul className="flex flex-col gap-1.5">
      {ratings.map(({ number, score, comment, answered_at }) => (
        <li key={`${number} ${answered_at}`}>
          <DeskLink
            href={hrefFor(number)}
            onGo={() => go(number)}
            className="flex min-h-6 items-start gap-1.5 rounded-control hover:underline"
          >
            <ScoreFace
              score={score}
              className={isLow(score) ? 'mt-px size-4 text-danger' : 'mt-px size-4 text-ink-2'}
            />
            <span className="min-w-0">
              {c(`${score}`)}{' '}
              <span className="block text-micro text-ink-3">
                <span className="font-mono">#{number}</span> · <RelativeTime value={answered_at} />
              </span>
            </span>
          </DeskLink>
          {comment === null ? null : (
            <p dir="auto" title={comment} className="line-clamp-2 text-ink-2 wrap-anywhere">
              {comment}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
