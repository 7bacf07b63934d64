import { cx } from 'class-variance-authority';
import { CircleCheck, CircleDot, Lock, MessageCircleReply } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Status } from '@/lib/schemas/values';
import { type RequestState, requestState } from './request-state';

/** Only "Waiting for you" is filled: it is the only one that asks something of the reader. */
const LOOK: Record<RequestState, { Icon: typeof Lock; style: string }> = {
  working: { Icon: CircleDot, style: 'text-ink-2' },
  waiting: { Icon: MessageCircleReply, style: 'bg-accent text-on-accent px-2.5' },
  solved: { Icon: CircleCheck, style: 'text-ok' },
  closed: { Icon: Lock, style: 'text-ink-3' },
};

export function StateChip({ status, className }: { status: Status; className?: string }) {
  const t = useTranslations('portal.state');
  const state = requestState(status);
  const { Icon, style } = LOOK[state];
  return (
    <span
      className={cx(
        'inline-flex h-6 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-full text-small font-[550]',
        style,
        className,
      )}
    >
      <Icon aria-hidden className="size-4" strokeWidth={2} />
      {t(state)}
    </span>
  );
}
