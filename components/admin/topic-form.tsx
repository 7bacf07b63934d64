'use client';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useProblemText } from '@/components/data/use-problem-text';
import { useTeams } from '@/components/data/use-teams';
import { useCreateTopic, useEditTopic } from '@/components/data/use-topics';
import { Field } from '@/components/ui/field';
import { FormAlert } from '@/components/ui/form-alert';
import { FormFoot } from '@/components/ui/form-foot';
import { Input } from '@/components/ui/input';
import { languageName } from '@/components/ui/language-name';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import type { TopicDto } from '@/lib/schemas/topic';
import { LOCALES } from '@/lib/schemas/values';

interface TopicFormProps {
  /** Null: a new one. */
  topic: TopicDto | null;
  onDone: () => void;
}

const NO_TEAM = 'none';
const words = (list: string) => list.split(',').flatMap((word) => word.trim() || []);

/** A topic's name in the reader's language and in the others of the interface, and where its tickets go. */
export function TopicForm({ topic, onDone }: TopicFormProps) {
  const t = useTranslations('workspace.topics');
  const c = useTranslations('common');
  const locale = useLocale();
  const { problem, field } = useProblemText();
  const create = useCreateTopic();
  const edit = useEditTopic();
  const teams = useTeams().data;
  const [names, setNames] = useState<Record<string, string>>(topic?.names ?? {});
  const [team, setTeam] = useState(topic?.team?.id ?? NO_TEAM);
  const [skills, setSkills] = useState(topic?.skills?.join(', ') ?? '');
  const [preferred, setPreferred] = useState(topic?.preferred_skills?.join(', ') ?? '');
  const [tried, setTried] = useState(false);
  const error = create.error ?? edit.error;
  const given = Object.fromEntries(
    Object.entries(names).flatMap(([language, name]) => (name.trim() ? [[language, name.trim()]] : [])),
  );
  const nameless = Object.keys(given).length === 0;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (nameless) {
      const form = event.currentTarget;
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const input = {
      names: given,
      team: team === NO_TEAM ? null : team,
      skills: words(skills),
      preferred_skills: words(preferred),
    };
    const onSuccess = (saved: TopicDto) => {
      toast.success(t('saved', { name: saved.name }));
      onDone();
    };
    if (topic) edit.mutate({ id: topic.id, ...input }, { onSuccess });
    else create.mutate(input, { onSuccess });
  };

  const nameInput = (language: string) => (
    <Input
      lang={language}
      dir="auto"
      value={names[language] ?? ''}
      maxLength={80}
      autoComplete="off"
      onChange={(event) => setNames({ ...names, [language]: event.target.value })}
    />
  );

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <Field label={t('name')} error={tried && nameless ? t('nameMissing') : field(error, `names.${locale}`)}>
        {nameInput(locale)}
      </Field>
      <fieldset className="grid gap-x-4 gap-y-4 sm:grid-cols-2">
        <legend className="mb-4 text-small text-ink-2">{t('nameHint')}</legend>
        {LOCALES.filter((language) => language !== locale).map((language) => (
          <Field
            key={language}
            label={t('nameIn', { language: languageName(language, locale) })}
            error={field(error, `names.${language}`)}
          >
            {nameInput(language)}
          </Field>
        ))}
      </fieldset>
      <Field
        label={t('team')}
        hint={t(teams?.length === 0 ? 'noTeams' : 'teamHint')}
        error={field(error, 'team')}
      >
        <Select
          value={team}
          onValueChange={setTeam}
          disabled={!teams?.length}
          items={[
            { value: NO_TEAM, label: t('anyTeam') },
            ...(teams ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Field>
      <Field label={t('skills')} mark={c('optional')} hint={t('skillsHint')} error={field(error, 'skills')}>
        <Input
          value={skills}
          maxLength={800}
          autoComplete="off"
          onChange={(event) => setSkills(event.target.value)}
        />
      </Field>
      <Field
        label={t('preferred')}
        mark={c('optional')}
        hint={t('preferredHint')}
        error={field(error, 'preferred_skills')}
      >
        <Input
          value={preferred}
          maxLength={800}
          autoComplete="off"
          onChange={(event) => setPreferred(event.target.value)}
        />
      </Field>
      {error ? <FormAlert>{problem(error)}</FormAlert> : null}
      <FormFoot
        submit={topic ? c('save') : t('create')}
        pending={create.isPending || edit.isPending}
        onCancel={onDone}
      />
    </form>
  );
}
