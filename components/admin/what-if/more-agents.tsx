'use client';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { LanguagePicker } from '@/components/ui/language-picker';
import { PointsField } from '../points-field';
import type { MoreAgent } from './read-trial';
import { TrialSection } from './trial-section';
import type { Try } from './use-try';

const MOST = 20;
const WORKDAYS = 5;

const weekOf = (from: string, to: string): MoreAgent['shifts'] =>
  Array.from({ length: 7 }, (_, day) => (day < WORKDAYS ? [{ from, to }] : []));
const USUAL: MoreAgent = { languages: ['en'], capacity: 4, shifts: weekOf('09:00', '17:00') };

/** People who are not there yet: their languages, hours of a working day, and limit. */
export function MoreAgents({ attempt }: { attempt: Try }) {
  const t = useTranslations('whatIf');
  const { more_agents: agents } = attempt.trial;
  const put = (next: MoreAgent[]) => attempt.change({ more_agents: next });
  return (
    <TrialSection title={t('more.title')} detail={t('more.detail')} changed={agents.length > 0}>
      {agents.map((agent, index) => (
        <OneMore
          // biome-ignore lint/suspicious/noArrayIndexKey: they have no name but their place
          key={index}
          name={t('more.name', { n: index + 1 })}
          agent={agent}
          onChange={(next) => put(agents.with(index, next))}
          onRemove={() => put(agents.toSpliced(index, 1))}
        />
      ))}
      {agents.length < MOST ? (
        <Button size="small" className="self-start" onClick={() => put([...agents, USUAL])}>
          <Plus aria-hidden className="size-3.5" />
          {t('more.add')}
        </Button>
      ) : null}
    </TrialSection>
  );
}

interface OneMoreProps {
  name: string;
  agent: MoreAgent;
  onChange: (agent: MoreAgent) => void;
  onRemove: () => void;
}

function OneMore({ name, agent, onChange, onRemove }: OneMoreProps) {
  const t = useTranslations('whatIf');
  const { from, to } = agent.shifts[0]?.[0] ?? { from: '09:00', to: '17:00' };
  const hours = (next: { from: string; to: string }) => {
    // an empty or turned-round time is no shift; the field goes back to what it was
    if (next.from < next.to) onChange({ ...agent, shifts: weekOf(next.from, next.to) });
  };
  return (
    <fieldset className="flex flex-col gap-3 rounded-control border p-3">
      <legend className="px-1 text-small font-[550]">{name}</legend>
      <LanguagePicker
        value={agent.languages ?? []}
        onChange={(languages) => onChange({ ...agent, languages })}
        addLabel={t('trait.addLanguage')}
      />
      <div className="flex flex-wrap items-end gap-3">
        <Field label={t('more.from')}>
          <Input
            type="time"
            value={from}
            onChange={(event) => hours({ from: event.target.value, to })}
            className="w-30"
          />
        </Field>
        <Field label={t('more.to')}>
          <Input
            type="time"
            value={to}
            onChange={(event) => hours({ from, to: event.target.value })}
            className="w-30"
          />
        </Field>
        <PointsField
          label={t('more.capacity')}
          value={agent.capacity ?? 4}
          most={1000}
          onChange={(capacity) => onChange({ ...agent, capacity })}
        />
      </div>
      <Button size="small" variant="quiet" className="self-start" onClick={onRemove}>
        {t('more.remove')}
        <span className="sr-only"> {name}</span>
      </Button>
    </fieldset>
  );
}
