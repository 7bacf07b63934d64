'use client';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { QueryError } from '@/components/data/query-error';
import { useTicketRouting } from '@/components/data/use-ticket-routing';
import { languageName } from '@/components/ui/language-name';
import { Popover } from '@/components/ui/popover';
import { RelativeTime } from '@/components/ui/relative-time';
import { Skeleton } from '@/components/ui/skeleton';
import type { TicketDto } from '@/lib/schemas/ticket';
import type { TicketRoutingDto } from '@/lib/schemas/ticket-routing';
import { useRoutingText } from './use-routing-text';

/** On a press: why routing gave the ticket to whom it did, or why it still waits, with everything that was counted. */
export function RoutingWhy({ ticket }: { ticket: TicketDto }) {
  const t = useTranslations('desk.routingWhy');
  return (
    <Popover
      title={t('title')}
      align="end"
      trigger={
        <button type="button" className="text-accent underline-offset-2 hover:underline">
          {t('open')}
        </button>
      }
    >
      <Told number={ticket.number} />
    </Popover>
  );
}

function Told({ number }: { number: number }) {
  const t = useTranslations('desk.routingWhy');
  const query = useTicketRouting(number);
  if (query.error && !query.data) return <QueryError query={query} title={t('failed')} />;
  if (!query.data) return <Skeleton className="h-24" />;
  const { waiting, waited_for, decisions } = query.data;
  if (!waiting && waited_for.length + decisions.length === 0)
    return <p className="text-ink-2">{t('nothing')}</p>;
  return (
    <div className="flex flex-col gap-4">
      {waiting ? <Waiting waiting={waiting} /> : null}
      {decisions.length > 0 ? <Decisions decisions={decisions} /> : null}
      {waited_for.length > 0 ? <WaitedFor reasons={waited_for} /> : null}
    </div>
  );
}

function Waiting({ waiting }: { waiting: NonNullable<TicketRoutingDto['waiting']> }) {
  const t = useTranslations('desk.routingWhy');
  const locale = useLocale();
  const format = useFormatter();
  const say = useRoutingText();
  const { asks, place } = waiting;
  const list = (words: readonly string[]) => format.list(words, { type: 'conjunction' });
  const waived = [...asks.waived.languages.map((one) => languageName(one, locale)), ...asks.waived.skills];
  const ahead = Math.round((Date.parse(waiting.since) - Date.parse(waiting.counts_from)) / 60_000);
  return (
    <section aria-label={t('now')}>
      <p className="text-pretty">{say({ ...waiting.reason, text: waiting.reason.text ?? t('soon') })}</p>
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-small">
        <Line label={t('place')}>{place === null ? t('noPlace') : format.number(place)}</Line>
        <Line label={t('kind')}>{t(`kinds.${asks.kind}`)}</Line>
        {asks.team ? <Line label={t('team')}>{asks.team.name}</Line> : null}
        {asks.languages.length > 0 ? (
          <Line label={t('languages')}>{list(asks.languages.map((one) => languageName(one, locale)))}</Line>
        ) : null}
        {asks.skills.length > 0 ? <Line label={t('skills')}>{list(asks.skills)}</Line> : null}
        {asks.preferred.length > 0 ? <Line label={t('preferred')}>{list(asks.preferred)}</Line> : null}
        {waived.length > 0 ? <Line label={t('waived')}>{list(waived)}</Line> : null}
        <Line label={t('since')}>
          <RelativeTime value={waiting.since} form="full" />
          {ahead === 0 ? null : ` · ${t(ahead > 0 ? 'ahead' : 'behind', { minutes: Math.abs(ahead) })}`}
        </Line>
      </dl>
      <Counted considered={waiting.considered} excluded={waiting.excluded} />
    </section>
  );
}

function Decisions({ decisions }: Pick<TicketRoutingDto, 'decisions'>) {
  const t = useTranslations('desk.routingWhy');
  return (
    <section aria-label={t('decisions')}>
      <ul className="flex flex-col gap-3">
        {decisions.map(({ id, at, agent, outcome, version, considered, excluded, winner }) => (
          <li key={id}>
            <p className="font-medium">{t(`outcome.${outcome}`, { name: agent.name })}</p>
            <p className="text-small text-ink-3">
              <RelativeTime value={at} form="full" /> · {t('version', { version })}
            </p>
            <p className="mt-1 text-pretty">{t(`won.${winner.won}`, { among: winner.among })}</p>
            <p className="text-small text-ink-2">{t('places', { used: winner.used, of: winner.of })}</p>
            <Counted considered={considered} excluded={excluded} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How many were looked at, and how many of them each condition left out. */
function Counted({
  considered,
  excluded,
}: Pick<TicketRoutingDto['decisions'][number], 'considered' | 'excluded'>) {
  const t = useTranslations('desk.routingWhy');
  const classes = Object.entries(excluded) as [keyof typeof excluded, number][];
  return (
    <div className="mt-2 text-small text-ink-2">
      <p>{t('considered', { count: considered })}</p>
      <ul className="ms-3">
        {classes.map(([name, count]) => (
          <li key={name}>{t(`excluded.${name}`, { count })}</li>
        ))}
      </ul>
    </div>
  );
}

function WaitedFor({ reasons }: { reasons: TicketRoutingDto['waited_for'] }) {
  const t = useTranslations('desk.routingWhy');
  const say = useRoutingText();
  return (
    <section aria-labelledby="waited-for" className="border-t pt-3">
      <h3 id="waited-for" className="mb-1 text-small text-ink-3">
        {t('waitedFor')}
      </h3>
      <ul className="flex flex-col gap-2 text-small">
        {reasons.map(({ at, reason }) => (
          <li key={at + reason.text}>
            <span className="text-ink-3">
              <RelativeTime value={at} form="full" />
            </span>{' '}
            {say({ ...reason, text: reason.text ?? '' })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
