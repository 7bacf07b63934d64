'use client';
import { cx } from 'class-variance-authority';
import { Pause, Phone, PhoneOff, Play } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { MyCallDto } from '@/lib/schemas/call';
import { useCommandPart } from '../commands/command-context';
import { CommandKeys } from '../commands/command-keys';
import { useStaff } from '../desk-context';
import { useWaited } from '../offers/use-waited';
import { useCallActs } from './use-call-acts';

/** The call that one is in, over whatever page one looks at: with whom, for how long, and the ways out of it. */
export function CallBar({ call }: { call: MyCallDto }) {
  const t = useTranslations('offers.call');
  const { go } = useStaff();
  const { wish, isPending } = useCallActs(call.ticket.id);
  const isHeld = call.state === 'held';
  const isTalking = call.state === 'answered';
  const time = useWaited((isHeld ? call.held_at : call.answered_at) ?? call.started_at);
  const turn = isTalking ? () => wish('hold') : isHeld ? () => wish('resume') : null;
  useCommandPart('call', { turn, hangUp: () => wish('hang_up') });
  return (
    <section
      aria-label={t('label', { name: call.customer.name })}
      className={cx(
        'flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-1.5 text-ui',
        isHeld ? 'bg-sunken' : 'bg-selected',
      )}
    >
      <Phone
        aria-hidden
        className={cx('size-4 shrink-0', isTalking ? 'text-ok' : isHeld ? 'text-warn' : 'text-accent')}
      />
      <button
        type="button"
        aria-label={t('open', { number: String(call.ticket.number) })}
        onClick={() => go(call.ticket.number, { view: 'mine' })}
        className="min-h-6 min-w-0 truncate text-start font-[600] text-ink hover:underline"
      >
        <bdi>{call.customer.name}</bdi>
      </button>
      {call.number && call.number !== call.customer.name.replaceAll(' ', '') ? (
        <bdi dir="ltr" className="tabular text-small text-ink-2 max-sm:hidden">
          {call.number}
        </bdi>
      ) : null}
      <span role="status" className="text-small text-ink-2">
        {t(
          `state.${call.state === 'ringing' ? 'reaching' : (call.state as 'answered' | 'held' | 'voicemail')}`,
        )}
      </span>
      <span className="tabular text-small font-[600] text-ink">{time}</span>
      <span className="ms-auto flex items-center gap-2">
        {turn ? (
          <Button
            size="small"
            pending={isPending}
            icon={
              isHeld ? <Play aria-hidden className="size-3.5" /> : <Pause aria-hidden className="size-3.5" />
            }
            onClick={turn}
          >
            {t(isHeld ? 'resume' : 'hold')}
            <Hint id="holdCall" />
          </Button>
        ) : null}
        <Button
          size="small"
          variant="danger"
          icon={<PhoneOff aria-hidden className="size-3.5" />}
          onClick={() => wish('hang_up')}
        >
          {t('hangUp')}
          <Hint id="hangUp" />
        </Button>
      </span>
    </section>
  );
}

const Hint = ({ id }: { id: string }) => (
  <span className="hidden xl:pointer-fine:inline-flex">
    <CommandKeys id={id} />
  </span>
);
