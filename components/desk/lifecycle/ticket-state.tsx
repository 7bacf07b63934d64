'use client';
import { AlarmClock, BellRing, Heart, Hourglass, Merge, Split } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { usePromise, useUnmerge } from '@/components/data/use-lifecycle';
import { useProblemText } from '@/components/data/use-problem-text';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { can } from '@/lib/rules/permissions';
import type { TicketDto } from '@/lib/schemas/ticket';
import { useDesk } from '../desk-context';
import { DeskLink } from '../desk-link';
import { ticketFacts } from '../ticket-facts';
import { useTicketActs } from '../use-ticket-acts';
import { EarlierLine } from './earlier-line';
import { StateLine } from './state-line';
import { useMergeProblem } from './use-merge-problem';
import { useSnoozeAct } from './use-snooze-act';
import { useWakeTime } from './use-wake-time';

const icon = 'size-4 shrink-0';

/** What is out of the ordinary with this ticket: merged, asleep, woken, thanked, promised, split. */
export function TicketState({ ticket }: { ticket: TicketDto }) {
  if (ticket.merged_into) return <MergedLine ticket={ticket} into={ticket.merged_into} />;
  return (
    <>
      <SplitLine ticket={ticket} />
      <SleepLine ticket={ticket} />
      <PromiseLine ticket={ticket} />
      <ThankedLine ticket={ticket} />
      <EarlierLine ticket={ticket} />
    </>
  );
}

function MergedLine({ ticket, into }: { ticket: TicketDto; into: NonNullable<TicketDto['merged_into']> }) {
  const t = useTranslations('lifecycle.merge');
  const { me, go, hrefFor } = useDesk();
  const unmerge = useUnmerge(ticket);
  const problem = useMergeProblem();
  const number = String(into.number);
  const undo = () =>
    unmerge.mutate(
      {},
      {
        onError: (error) => toast.error(t('undoFailed'), { description: problem(error) }),
        onSuccess: () => toast(t('undone', { number: String(ticket.number) })),
      },
    );
  return (
    <StateLine
      urgent
      icon={<Merge aria-hidden className={`${icon} text-warn`} />}
      action={
        <>
          <DeskLink
            href={hrefFor(into.number)}
            onGo={() => go(into.number)}
            className="rounded-control px-2 py-1 font-[550] text-accent hover:underline"
          >
            {t('open', { number })}
          </DeskLink>
          {can(me, 'ticket.merge', ticketFacts(ticket)) ? (
            <Button size="small" pending={unmerge.isPending} onClick={undo}>
              {t('undo')}
            </Button>
          ) : null}
        </>
      }
    >
      {t('into', { number })}
    </StateLine>
  );
}

function SplitLine({ ticket }: { ticket: TicketDto }) {
  const t = useTranslations('lifecycle.split');
  const { go, hrefFor } = useDesk();
  const from = ticket.split_from;
  if (!from) return null;
  return (
    <StateLine icon={<Split aria-hidden className={`${icon} text-ink-3`} />}>
      <DeskLink
        href={hrefFor(from)}
        onGo={() => go(from)}
        className="rounded-control text-accent hover:underline"
      >
        {t('from', { number: String(from) })}
      </DeskLink>
    </StateLine>
  );
}

function SleepLine({ ticket }: { ticket: TicketDto }) {
  const t = useTranslations('lifecycle.snooze');
  const { me } = useDesk();
  const { sleep, wake } = useSnoozeAct(ticket);
  const wakeTime = useWakeTime();
  const { snooze, woken_from } = ticket;
  const may = can(me, 'ticket.snooze', ticketFacts(ticket));
  if (snooze) {
    return (
      <StateLine
        icon={<AlarmClock aria-hidden className={`${icon} text-accent`} />}
        action={
          may ? (
            <Button size="small" variant="quiet" onClick={wake}>
              {t('wake')}
            </Button>
          ) : null
        }
      >
        {snooze.until ? t('until', { time: wakeTime(snooze.until) }) : t('untilReply')}
      </StateLine>
    );
  }
  if (!woken_from || !may || ticket.status === 'RESOLVED' || ticket.status === 'CLOSED') return null;
  return (
    <StateLine
      icon={<AlarmClock aria-hidden className={`${icon} text-warn`} />}
      action={
        <Button size="small" onClick={() => sleep(woken_from)}>
          {t('again', { time: wakeTime(woken_from) })}
        </Button>
      }
    >
      {t('woken')}
    </StateLine>
  );
}

function PromiseLine({ ticket }: { ticket: TicketDto }) {
  const t = useTranslations('lifecycle.promise');
  const { me } = useDesk();
  const { problem } = useProblemText();
  const wakeTime = useWakeTime();
  const promise = usePromise(ticket);
  if (!ticket.promise) return null;
  const { at, act, is_due } = ticket.promise;
  const end = () =>
    promise.mutate(
      { promise: null },
      { onError: (error) => toast.error(t('failed'), { description: problem(error) }) },
    );
  const words = is_due ? 'due' : act === 'resolve' ? 'willResolve' : 'willRemind';
  return (
    <StateLine
      urgent={is_due}
      icon={
        is_due ? (
          <BellRing aria-hidden className={`${icon} text-warn`} />
        ) : (
          <Hourglass aria-hidden className={`${icon} text-ink-3`} />
        )
      }
      action={
        can(me, 'ticket.snooze', ticketFacts(ticket)) ? (
          <Button
            size="small"
            variant={is_due ? 'secondary' : 'quiet'}
            pending={promise.isPending}
            onClick={end}
          >
            {is_due ? t('seen') : t('remove')}
          </Button>
        ) : null
      }
    >
      {t(words, { time: wakeTime(at) })}
    </StateLine>
  );
}

function ThankedLine({ ticket }: { ticket: TicketDto }) {
  const t = useTranslations('lifecycle.thanked');
  const { me } = useDesk();
  const { setStatus } = useTicketActs(ticket);
  if (!ticket.thanked_at || (ticket.status !== 'RESOLVED' && !ticket.snooze)) return null;
  const mayReopen = ticket.status === 'RESOLVED' && can(me, 'ticket.set_status', ticketFacts(ticket));
  return (
    <StateLine
      icon={<Heart aria-hidden className={`${icon} text-ink-3`} />}
      action={
        mayReopen ? (
          <Button
            size="small"
            variant="quiet"
            onClick={() => void setStatus(ticket.assigned_agent ? 'IN_PROGRESS' : 'OPEN')}
          >
            {t('reopen')}
          </Button>
        ) : null
      }
    >
      {t('line')}
    </StateLine>
  );
}
