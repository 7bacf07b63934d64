'use client';
import { useTranslations } from 'next-intl';
import { useTeams } from '@/components/data/use-teams';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { POLICIES, type Policy } from '@/lib/schemas/values';
import { TrialSection } from './trial-section';
import type { Try } from './use-try';

const USUAL = 'usual';

/** How each team gives its tickets out; nothing where there are no teams. */
export function TeamPolicies({ attempt }: { attempt: Try }) {
  const t = useTranslations('whatIf');
  const words = useTranslations('teams.policies');
  const teams = useTeams().data ?? [];
  const { teams: tried } = attempt.trial;
  if (teams.length === 0) return null;
  const set = (id: string, saved: Policy | null, policy: Policy | null) => {
    const { [id]: _, ...others } = tried;
    attempt.change({ teams: policy === saved ? others : { ...others, [id]: policy } });
  };
  return (
    <TrialSection title={t('trial.teams')} changed={Object.keys(tried).length > 0}>
      {teams.map(({ id, name, routing }) => (
        <Field key={id} label={<bdi>{name}</bdi>}>
          <Select
            value={(id in tried ? tried[id] : routing) ?? USUAL}
            onValueChange={(value) => set(id, routing, value === USUAL ? null : value)}
            items={[USUAL, ...POLICIES].map((value) => ({
              value: value as Policy | typeof USUAL,
              label: words(value as Policy),
            }))}
          />
        </Field>
      ))}
    </TrialSection>
  );
}
