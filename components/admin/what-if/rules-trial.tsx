'use client';
import { useTranslations } from 'next-intl';
import { useReplay } from '@/components/data/use-what-if';
import { Button } from '@/components/ui/button';
import type { LaneOrder } from '@/lib/rules/queue-order';
import type { Settings } from '@/lib/schemas/settings';
import { useRuleSections } from '../routing-fields';
import { ApplyTrial } from './apply-trial';
import { MoreAgents } from './more-agents';
import { ReplayResults } from './replay-results';
import { TeamPolicies } from './team-policies';
import { TrialSection } from './trial-section';
import type { Try } from './use-try';

interface RulesTrialProps {
  attempt: Try;
  saved: Settings;
  order: LaneOrder;
}

/** What would be different, and beside it what the last tickets would have come to. */
export function RulesTrial({ attempt, saved, order }: RulesTrialProps) {
  const t = useTranslations('whatIf');
  const { trial, count } = attempt;
  const replay = useReplay({ ...trial });
  const sections = useRuleSections(attempt.form(replay.error), order);
  return (
    <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[20rem_minmax(0,1fr)]">
      <section aria-labelledby="trial" className="min-w-0">
        <div className="flex min-h-8 items-center justify-between gap-3">
          <h2 id="trial" className="text-heading">
            {t('trial.title')}
          </h2>
          {count > 0 ? (
            <Button size="small" variant="quiet" onClick={attempt.clear}>
              {t('trial.clear')}
            </Button>
          ) : null}
        </div>
        <p className="mt-0.5 mb-3 text-small text-ink-3 text-pretty">{t('trial.detail')}</p>
        <div className="border-t">
          {sections.map(({ key, title, detail, fields }) => (
            <TrialSection key={key} title={title} detail={detail} changed={key in trial.settings}>
              {fields}
            </TrialSection>
          ))}
          <TeamPolicies attempt={attempt} />
          <MoreAgents attempt={attempt} />
        </div>
        <ApplyTrial attempt={attempt} saved={saved} />
      </section>
      <ReplayResults replay={replay} isChanged={count > 0} />
    </div>
  );
}
