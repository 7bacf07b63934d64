'use client';
import { CircleCheck, CircleDashed } from 'lucide-react';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useRoutingText } from '@/components/desk/use-routing-text';
import { languageName } from '@/components/ui/language-name';
import type { WhatIfDto } from '@/lib/schemas/what-if';

/** Who would get it, or why nobody, with the numbers behind it. */
export function Decision({ answer }: { answer: WhatIfDto }) {
  const t = useTranslations('whatIf');
  const why = useTranslations('desk.routingWhy');
  const routing = useTranslations('routing');
  const locale = useLocale();
  const format = useFormatter();
  const say = useRoutingText();
  const { agent, winner, reason, asks, place, policy, head_start } = answer;
  const list = (words: readonly string[]) => format.list(words, { type: 'conjunction' });
  const Icon = agent ? CircleCheck : CircleDashed;
  return (
    <div role="status" className="rounded-float border bg-surface p-5">
      <p className="flex items-center gap-2.5 text-title">
        <Icon aria-hidden className={agent ? 'size-5 shrink-0 text-accent' : 'size-5 shrink-0 text-ink-3'} />
        <span>
          {agent ? t.rich('goesTo', { name: agent.name, bdi: (words) => <bdi>{words}</bdi> }) : t('waits')}
        </span>
      </p>
      <p className="mt-1.5 max-w-[65ch] text-ui text-ink-2 text-pretty">
        {winner
          ? why(`won.${winner.won}`, { among: winner.among })
          : say({ ...reason, text: reason.text ?? '' })}
      </p>
      <dl className="mt-4 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 border-t pt-4 text-small">
        {winner ? (
          <Line label={t('fact.places')}>{t('places', { used: winner.used, of: winner.of })}</Line>
        ) : null}
        <Line label={why('place')}>{place === null ? why('noPlace') : format.number(place)}</Line>
        <Line label={t('fact.headStart')}>{t('headStart', { minutes: head_start })}</Line>
        <Line label={t('fact.policy')}>{routing(`policies.${policy}.label`)}</Line>
        <Line label={why('kind')}>{why(`kinds.${asks.kind}`)}</Line>
        {asks.team ? (
          <Line label={why('team')}>
            <bdi>{asks.team.name}</bdi>
          </Line>
        ) : null}
        {asks.languages.length > 0 ? (
          <Line label={why('languages')}>{list(asks.languages.map((one) => languageName(one, locale)))}</Line>
        ) : null}
        {asks.skills.length > 0 ? <Line label={why('skills')}>{list(asks.skills)}</Line> : null}
        {asks.preferred.length > 0 ? <Line label={why('preferred')}>{list(asks.preferred)}</Line> : null}
      </dl>
    </div>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{label}</dt>
      <dd className="text-ink">{children}</dd>
    </>
  );
}
