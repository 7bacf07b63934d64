'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { QueryError } from '@/components/data/query-error';
import { useWhatIf, type WhatIfQuestion } from '@/components/data/use-what-if';
import { LabelledSwitch } from '@/components/ui/labelled-switch';
import { Skeleton } from '@/components/ui/skeleton';
import { AgentsBeside } from './agents-beside';
import { Decision } from './decision';
import { NO_TRAITS, TraitFields, type Traits } from './trait-fields';
import type { Try } from './use-try';

/** A ticket's traits, and beside them what routing would do with it at this moment. */
export function OneTicket({ attempt }: { attempt: Try }) {
  const t = useTranslations('whatIf');
  const [traits, setTraits] = useState<Traits>(NO_TRAITS);
  const [withChanges, setWithChanges] = useState(true);
  // more people are part of what was, not of this moment
  const { settings, teams } = attempt.trial;
  const changes = Object.keys(settings).length + Object.keys(teams).length;
  const query = useWhatIf({ ...asked(traits), ...(withChanges ? { settings, teams } : {}) });
  return (
    <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <section aria-label={t('traits')} className="flex flex-col gap-4">
        <TraitFields traits={traits} onChange={setTraits} />
        {changes > 0 ? (
          <LabelledSwitch
            label={t('withChanges', { count: changes })}
            hint={t('withChangesHint')}
            checked={withChanges}
            onCheckedChange={setWithChanges}
          />
        ) : null}
      </section>
      <section aria-label={t('decision')} aria-busy={query.isFetching} className="min-w-0">
        {query.error ? (
          <QueryError query={query} title={t('failed')} />
        ) : query.data ? (
          <>
            <Decision answer={query.data} />
            <AgentsBeside answer={query.data} />
          </>
        ) : (
          <Skeleton className="h-40" />
        )}
      </section>
    </div>
  );
}

const asked = ({ like, channel, languages, priority, topic, team, customer }: Traits): WhatIfQuestion => ({
  ...(like === null ? {} : { ticket: String(like) }),
  ...{ channel, languages, priority },
  topic: topic || null,
  ...(team === undefined ? {} : { team }),
  customer: customer?.id ?? null,
});
