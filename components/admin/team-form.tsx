'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useProblemText } from '@/components/data/use-problem-text';
import { useStaffChoice } from '@/components/data/use-staff-choice';
import { useCreateTeam, useEditTeam } from '@/components/data/use-teams';
import { Avatar } from '@/components/ui/avatar';
import { Field } from '@/components/ui/field';
import { FieldGroup } from '@/components/ui/field-group';
import { FormAlert } from '@/components/ui/form-alert';
import { FormFoot } from '@/components/ui/form-foot';
import { Input } from '@/components/ui/input';
import { LabelledSwitch } from '@/components/ui/labelled-switch';
import { PickChips } from '@/components/ui/pick-chips';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import type { TeamDto } from '@/lib/schemas/team';
import { CLAIMS, type Claims, POLICIES, type Policy } from '@/lib/schemas/values';
import { focusInvalid } from './focus-invalid';
import { TeamRemoval } from './team-removal';

/** In place of a choice: as the workspace has it. */
const USUAL = 'usual';

/** Makes a team, or changes its name and members. */
export function TeamForm({ team, onDone }: { team: TeamDto | null; onDone: () => void }) {
  const t = useTranslations('teams');
  const c = useTranslations('common');
  const { problem, field } = useProblemText();
  const create = useCreateTeam();
  const edit = useEditTeam();
  const { people, search } = useStaffChoice();
  const [name, setName] = useState(team?.name ?? '');
  const [members, setMembers] = useState(team?.members.map(({ id }) => id) ?? []);
  const [routing, setRouting] = useState<Policy | null>(team?.routing ?? null);
  const [claims, setClaims] = useState<Claims | null>(team?.claims ?? null);
  const [keepsSkills, setKeepsSkills] = useState(team?.keeps_skills ?? false);
  const [tried, setTried] = useState(false);
  const error = create.error ?? edit.error;
  // a member may be further down the list of people than what was loaded of it
  const others = (team?.members ?? []).filter(({ id }) => !people.some((person) => person.id === id));
  const choices = [...people, ...others].map(({ id, name }) => ({
    value: id,
    label: name,
    icon: <Avatar name={name} size={20} />,
  }));

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    const target = event.currentTarget;
    if (name.trim() === '') return focusInvalid(target);
    const input = { name: name.trim(), members, routing, claims, keeps_skills: keepsSkills };
    const done = {
      onSuccess: (kept: TeamDto) => {
        toast.success(t(team ? 'kept' : 'made', { name: kept.name }));
        onDone();
      },
      onError: () => focusInvalid(target),
    };
    if (team) edit.mutate({ id: team.id, ...input }, done);
    else create.mutate(input, done);
  };

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <Field label={t('name')} error={tried && name.trim() === '' ? t('nameNeeded') : field(error, 'name')}>
        <Input
          value={name}
          maxLength={60}
          autoComplete="off"
          dir="auto"
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <FieldGroup label={t('members')} hint={t('membersHint')}>
        <PickChips
          items={choices}
          value={members}
          onChange={setMembers}
          onSearch={search}
          addLabel={t('addMember')}
          removeLabel={(who) => t('removeMember', { name: who })}
          filterLabel={t('findMember')}
          emptyText={t('noMember')}
        />
      </FieldGroup>
      <Field label={t('routing')} hint={t('routingHint')} error={field(error, 'routing')}>
        <Select
          value={routing ?? USUAL}
          onValueChange={(value) => setRouting(value === USUAL ? null : (value as Policy))}
          items={[USUAL, ...POLICIES].map((value) => ({ value, label: t(`policies.${value}`) }))}
        />
      </Field>
      <Field label={t('claims')} hint={t('claimsHint')} error={field(error, 'claims')}>
        <Select
          value={claims ?? USUAL}
          onValueChange={(value) => setClaims(value === USUAL ? null : (value as Claims))}
          items={[USUAL, ...CLAIMS].map((value) => ({ value, label: t(`claiming.${value}`) }))}
        />
      </Field>
      <LabelledSwitch
        label={t('keepsSkills')}
        hint={t('keepsSkillsHint')}
        checked={keepsSkills}
        onCheckedChange={setKeepsSkills}
      />
      {error ? <FormAlert>{problem(error)}</FormAlert> : null}
      <FormFoot
        submit={team ? c('save') : t('create')}
        pending={create.isPending || edit.isPending}
        onCancel={onDone}
      >
        {team ? <TeamRemoval team={team} onDone={onDone} /> : null}
      </FormFoot>
    </form>
  );
}
