'use client';
import { useQueryClient } from '@tanstack/react-query';
import { NotebookPen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { queryKeys } from '@/components/data/query-keys';
import { useEndWrapUp } from '@/components/data/use-offers';
import { useProblemText } from '@/components/data/use-problem-text';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import type { WrapUpDto } from '@/lib/schemas/offer';
import { useCommandPart } from '../commands/command-context';
import { useSecondsLeft } from '../composer/use-seconds-left';

/** The time that is left after a call or chat, and the way out of it. Of several, the one that lasts longest. */
export function WrapUp({ wrapUps, isRail = false }: { wrapUps: readonly WrapUpDto[]; isRail?: boolean }) {
  const t = useTranslations('offers.wrapUp');
  const client = useQueryClient();
  const { problem } = useProblemText();
  const end = useEndWrapUp();
  const last = wrapUps.at(-1);
  const seconds = useSecondsLeft(Date.parse(last?.until ?? ''));
  const isOver = seconds === 0;
  useEffect(() => {
    if (isOver) void client.invalidateQueries({ queryKey: queryKeys.offers });
  }, [client, isOver]);
  const finish = () =>
    end.mutate(undefined, {
      onError: (error) => void toast.error(t('failed'), { description: problem(error) }),
    });
  useCommandPart('wrapUp', last ? { end: finish } : null);
  if (!last || isOver) return null;
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  const words = isRail ? 'lg:max-xl:sr-only' : '';
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-2 text-small text-ink-2 lg:max-xl:justify-center">
      <NotebookPen aria-hidden className={isRail ? 'size-4 shrink-0 lg:max-xl:hidden' : 'size-4 shrink-0'} />
      <span className={words}>{t('title')}</span>
      <span className="tabular font-[600] text-ink">{time}</span>
      <Button
        size="small"
        variant="quiet"
        className={isRail ? 'ms-auto text-accent! lg:max-xl:ms-0' : 'ms-auto text-accent!'}
        pending={end.isPending}
        aria-label={t('endLabel', { number: String(last.ticket.number) })}
        onClick={finish}
      >
        {t('end')}
      </Button>
    </div>
  );
}
