'use client';
import { CornerDownLeft } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/icon-button';
import { RelativeTime } from '@/components/ui/relative-time';
import type { DraftDto } from '@/lib/schemas/ai';
import { useDesk } from './desk-context';
import { DeskLink } from './desk-link';

/** Tickets that were answered before, with the answer they got. */
export function AiSimilar({
  similar,
  onInsert,
}: {
  similar: DraftDto['similar'];
  onInsert: (text: string) => void;
}) {
  const t = useTranslations('ai');
  const { hrefFor, go } = useDesk();
  return (
    <div className="mt-2 border-t pt-2">
      <h4 className="text-small font-[600] text-ink-2">{t('similar')}</h4>
      <ul className="mt-1 flex flex-col gap-2 pb-1">
        {similar.map((one) => (
          <li key={one.ticket_id} className="flex items-start gap-2">
            <div className="min-w-0 flex-1 text-small">
              <p className="flex items-baseline gap-2">
                <DeskLink
                  href={hrefFor(one.number)}
                  onGo={() => go(one.number)}
                  className="min-w-0 truncate rounded-control text-accent hover:underline"
                >
                  #{one.number} <bdi>{one.subject}</bdi>
                </DeskLink>
                <RelativeTime value={one.replied_at} className="shrink-0 text-micro text-ink-3" />
              </p>
              <p dir="auto" className="line-clamp-2 whitespace-pre-wrap text-ink-2">
                {one.reply}
              </p>
            </div>
            <IconButton
              label={t('similarUse', { number: String(one.number) })}
              icon={<CornerDownLeft aria-hidden className="size-3.5 rtl:-scale-x-100" />}
              className="size-7! coarse:size-control!"
              onClick={() => onInsert(one.reply)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
