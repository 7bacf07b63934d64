'use client';
import { Bell, BellRing } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useFollowers } from '@/components/data/use-followers';
import { useProblemText } from '@/components/data/use-problem-text';
import { buttonStyle } from '@/components/ui/button-style';
import { toast } from '@/components/ui/toast';
import { Tooltip } from '@/components/ui/tooltip';
import type { TicketDto } from '@/lib/schemas/ticket';

/** Following a ticket: one is told what others do to it. Says how many do, and who. */
export function FollowButton({ ticket }: { ticket: TicketDto }) {
  const t = useTranslations('notices.follow');
  const format = useFormatter();
  const { problem } = useProblemText();
  const { followers, setFollow } = useFollowers(ticket);
  if (!followers) return null;
  const { results, is_following } = followers;
  const Icon = is_following ? BellRing : Bell;
  const who = format.list(
    results.map((one) => one.name),
    { type: 'conjunction' },
  );
  return (
    <Tooltip label={results.length > 0 ? t('who', { names: who, count: results.length }) : t('hint')}>
      <button
        type="button"
        aria-pressed={is_following}
        onClick={() => setFollow(!is_following, { onError: (error) => toast.error(problem(error)) })}
        className={buttonStyle({ variant: 'quiet', size: 'small' })}
      >
        <Icon aria-hidden className={is_following ? 'size-4 text-accent' : 'size-4'} strokeWidth={1.75} />
        <span className="sr-only">{is_following ? t('on') : t('off')}</span>
        {results.length > 0 ? <span className="tabular text-ink-3">{results.length}</span> : null}
      </button>
    </Tooltip>
  );
}
