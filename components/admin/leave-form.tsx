'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useDeactivate } from '@/components/data/use-person';
import { useProblemText } from '@/components/data/use-problem-text';
import { useTeams } from '@/components/data/use-teams';
import { FormAlert } from '@/components/ui/form-alert';
import { FormFoot } from '@/components/ui/form-foot';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import type { UserDto } from '@/lib/schemas/person';
import { PersonPicker } from './person-picker';

type Way = 'queue' | 'agent' | 'team';

/** What happens to the unsolved tickets of who leaves: back to the queue, unless the admin says otherwise. */
export function LeaveForm({ person, onDone }: { person: UserDto; onDone: () => void }) {
  const t = useTranslations('people.page.leave');
  const { problem } = useProblemText();
  const leave = useDeactivate(person.id);
  const [way, setWay] = useState<Way>('queue');
  const [chosen, setChosen] = useState({ agent: '', team: '' });
  const teams = useTeams().data ?? [];
  const missing = way !== 'queue' && chosen[way] === '';

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (missing) return;
    // the form goes as soon as the person is known to be gone: what is told waits for the answer, not for the form
    leave.mutateAsync(way === 'queue' ? {} : { [way]: chosen[way] }).then(
      ({ handed_over }) => {
        toast.success(t('done', { name: person.name }), { description: t('handed', { count: handed_over }) });
        onDone();
      },
      // shown in the form
      () => {},
    );
  };
  const pick = (what: 'agent' | 'team') => (value: string) => setChosen((now) => ({ ...now, [what]: value }));

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {person.open_tickets === 0 ? (
        <p className="text-ui text-ink-2">{t('nothing', { name: person.name })}</p>
      ) : (
        <fieldset>
          <legend className="mb-2 text-ui font-[550]">{t('tickets', { count: person.open_tickets })}</legend>
          <div className="flex flex-col gap-1">
            <Choice
              checked={way === 'queue'}
              onPick={() => setWay('queue')}
              title={t('queue')}
              hint={t('queueHint')}
            />
            <Choice
              checked={way === 'agent'}
              onPick={() => setWay('agent')}
              title={t('agent')}
              hint={t('agentHint')}
            >
              <PersonPicker
                label={t('chooseAgent')}
                value={chosen.agent}
                onPick={pick('agent')}
                without={person.id}
              />
            </Choice>
            {teams.length > 0 ? (
              <Choice
                checked={way === 'team'}
                onPick={() => setWay('team')}
                title={t('team')}
                hint={t('teamHint')}
              >
                <Select
                  aria-label={t('chooseTeam')}
                  value={chosen.team}
                  onValueChange={pick('team')}
                  items={[
                    { value: '', label: t('chooseTeam') },
                    ...teams.map(({ id, name }) => ({ value: id, label: name })),
                  ]}
                />
              </Choice>
            ) : null}
          </div>
        </fieldset>
      )}
      {leave.error ? <FormAlert>{problem(leave.error)}</FormAlert> : null}
      <FormFoot
        submit={t('confirm')}
        isDanger
        disabled={missing}
        pending={leave.isPending}
        onCancel={onDone}
      />
    </form>
  );
}

interface ChoiceProps {
  checked: boolean;
  onPick: () => void;
  title: string;
  hint: string;
  /** Shown while it is the chosen one. */
  children?: ReactNode;
}

function Choice({ checked, onPick, title, hint, children }: ChoiceProps) {
  const id = useId();
  return (
    <div className="flex gap-3 py-1.5">
      <input
        type="radio"
        id={id}
        name="successor"
        checked={checked}
        onChange={onPick}
        aria-describedby={`${id}-hint`}
        className="mt-1 size-4 shrink-0 accent-(--accent)"
      />
      <div className="min-w-0 flex-1">
        <label htmlFor={id} className="text-ui font-[550]">
          {title}
        </label>
        <p id={`${id}-hint`} className="text-small text-ink-2">
          {hint}
        </p>
        {checked && children ? <div className="mt-2 max-w-72">{children}</div> : null}
      </div>
    </div>
  );
}
