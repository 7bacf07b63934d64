'use client';
import {
  AlarmClock,
  AtSign,
  CircleAlert,
  Hourglass,
  type LucideIcon,
  MailQuestion,
  Timer,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useWork } from '@/components/data/use-work';
import { RelativeTime } from '@/components/ui/relative-time';
import { UrgencyGlyph } from '@/components/ui/urgency-glyph';
import type { ViewKey } from '@/lib/rules/views';
import type { WorkDto } from '@/lib/schemas/work';
import { useDesk } from './desk-context';
import { DeskLink } from './desk-link';
import { NothingOpen } from './nothing-open';

type Todo = WorkDto['todo'][number];

const ICONS: Record<Todo['why'], LucideIcon> = {
  stopped: CircleAlert,
  promise_due: MailQuestion,
  mention: AtSign,
  waiting: Hourglass,
  wakes: AlarmClock,
  promise: Timer,
};
/** The list in which one goes on from there. */
const VIEW: Record<Todo['why'], ViewKey> = {
  stopped: 'all',
  promise_due: 'mine',
  mention: 'mentions',
  waiting: 'mine',
  wakes: 'snoozed',
  promise: 'mine',
};

/** Where a day begins: what asks for one first, what one could take, what is done. The keys, while there is nothing. */
export function MyWork() {
  const t = useTranslations('desk.work');
  const { hrefFor, go } = useDesk();
  const { data: work, error } = useWork();
  // the list beside it says what is wrong
  if (!work) return error ? <NothingOpen /> : <div className="flex-1 bg-canvas" />;
  const { todo, free, today } = work;
  if (todo.length === 0 && free.count === 0 && today.replies === 0 && today.solved === 0)
    return <NothingOpen />;
  return (
    <section
      aria-labelledby="my-work"
      className="scrolling flex flex-1 flex-col items-center bg-canvas px-8 py-10"
    >
      <div className="flex w-full max-w-160 flex-col gap-8">
        <header>
          <h2 id="my-work" className="text-title">
            {t('title')}
          </h2>
          <p className="tabular mt-1 text-ui text-ink-2">
            {t('replies', { count: today.replies })}
            <span aria-hidden="true"> · </span>
            {t('solved', { count: today.solved })}
          </p>
        </header>
        <Part title={t('todo')}>
          {todo.length === 0 ? (
            <p className="text-ui text-ink-3">{t('nothing')}</p>
          ) : (
            <ul className="border-t">
              {todo.map((one) => (
                <Row key={one.id} ticket={one} view={VIEW[one.why]} why={one.why} at={one.at} />
              ))}
            </ul>
          )}
        </Part>
        {free.count > 0 ? (
          <Part
            title={t('free')}
            more={
              <DeskLink
                href={hrefFor(null, { view: 'unassigned' })}
                onGo={() => go(null, { view: 'unassigned' })}
                className="tabular rounded-control text-small text-accent hover:underline"
              >
                {t('allFree', { count: free.count, capped: String(free.capped) })}
              </DeskLink>
            }
          >
            <ul className="border-t">
              {free.tickets.map((one) => (
                <Row key={one.id} ticket={one} view="unassigned" why="waiting" at={one.since} />
              ))}
            </ul>
          </Part>
        ) : null}
      </div>
    </section>
  );
}

function Part({ title, more, children }: { title: string; more?: ReactNode; children: ReactNode }) {
  return (
    <section>
      <div className="flex items-baseline justify-between gap-4 pb-2">
        <h3 className="text-heading">{title}</h3>
        {more}
      </div>
      {children}
    </section>
  );
}

interface RowProps {
  ticket: Pick<Todo, 'number' | 'subject' | 'customer' | 'urgency'>;
  view: ViewKey;
  why: Todo['why'];
  at: string;
}

function Row({ ticket: { number, subject, customer, urgency }, view, why, at }: RowProps) {
  const t = useTranslations('desk.work.why');
  const { hrefFor, go } = useDesk();
  const Icon = ICONS[why];
  const isAhead = why === 'wakes' || why === 'promise';
  return (
    <li className="border-b">
      <DeskLink
        href={hrefFor(number, { view })}
        onGo={() => go(number, { view })}
        className="-mx-3 grid grid-cols-[1rem_minmax(0,1fr)_auto] items-center gap-x-3 rounded-control px-3 py-2.5 hover:bg-hover"
      >
        {why === 'waiting' && urgency > 0 ? (
          <UrgencyGlyph level={urgency} />
        ) : (
          <Icon
            aria-hidden
            className={why === 'stopped' ? 'size-4 text-danger' : 'size-4 text-ink-2'}
            strokeWidth={1.75}
          />
        )}
        <span className="min-w-0">
          <span className="flex">
            <bdi className="min-w-0 truncate text-ui font-[550] text-ink">{subject}</bdi>
          </span>
          <span className="flex min-w-0 gap-1.5 text-small text-ink-3">
            <span className="tabular shrink-0 font-mono text-micro leading-[inherit]">#{number}</span>
            <bdi className="min-w-0 truncate">{customer}</bdi>
          </span>
        </span>
        <span className="text-end text-small text-ink-2">
          {t(why)}
          <RelativeTime
            value={at}
            form={isAhead ? 'full' : 'list'}
            className="tabular block text-micro text-ink-3"
          />
        </span>
      </DeskLink>
    </li>
  );
}
