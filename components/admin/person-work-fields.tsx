'use client';
import { useTranslations } from 'next-intl';
import { useTeams } from '@/components/data/use-teams';
import { Field } from '@/components/ui/field';
import { FieldGroup } from '@/components/ui/field-group';
import { Input } from '@/components/ui/input';
import { LanguagePicker } from '@/components/ui/language-picker';
import { PickChips } from '@/components/ui/pick-chips';
import { WordChips } from '@/components/ui/word-chips';
import type { PersonForm } from './use-person-form';

export interface PersonFieldsProps {
  form: PersonForm;
  /** What is wrong with a field, in words. */
  errorOf: (name: string) => string | undefined;
  isNew?: boolean;
}

/** What routing may give to somebody: languages, skills, teams, limits. */
export function PersonWorkFields({ form, errorOf, isNew = false }: PersonFieldsProps) {
  const t = useTranslations('people.form');
  const { values, set } = form;
  return (
    <>
      <FieldGroup label={t('languages')} hint={t('languagesHint')} error={errorOf('languages')}>
        <LanguagePicker
          value={values.languages}
          onChange={(languages) => set('languages', languages)}
          addLabel={t('addLanguage')}
        />
      </FieldGroup>
      <FieldGroup label={t('skills')} hint={t('skillsHint')} error={errorOf('skills')}>
        <WordChips
          value={values.skills}
          onChange={(skills) => set('skills', skills)}
          label={t('skills')}
          placeholder={t('addSkill')}
          removeLabel={(name) => t('removeSkill', { name })}
          maxLength={40}
          most={30}
        />
      </FieldGroup>
      <FieldGroup label={t('teams')} hint={t('teamsHint')} error={errorOf('teams')}>
        <TeamChips value={values.teams} onChange={(teams) => set('teams', teams)} />
      </FieldGroup>
      <fieldset>
        <legend className="sr-only">{t('limits')}</legend>
        <div className="grid grid-cols-3 items-start gap-3">
          {(['capacity', 'capacity_calls', 'capacity_total'] as const).map((name) => (
            <Field key={name} label={t(name)} error={errorOf(name)}>
              <Input
                inputMode="numeric"
                value={values[name]}
                maxLength={4}
                placeholder={name === 'capacity_total' ? t('noLimit') : isNew ? t('usual') : undefined}
                onChange={(event) => set(name, event.target.value)}
                className="tabular"
              />
            </Field>
          ))}
        </div>
        <p className="mt-2 text-small text-ink-3 text-pretty">{t('limitsHint')}</p>
      </fieldset>
    </>
  );
}

function TeamChips({ value, onChange }: { value: readonly string[]; onChange: (ids: string[]) => void }) {
  const t = useTranslations('people.form');
  const teams = useTeams().data;
  if (teams?.length === 0) return <p className="text-small text-ink-3">{t('noTeams')}</p>;
  if (!teams) return <div aria-busy="true" className="h-7" />;
  return (
    <PickChips
      items={teams.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      addLabel={t('addTeam')}
      removeLabel={(name) => t('removeTeam', { name })}
      filterLabel={t('findTeam')}
      emptyText={t('noTeam')}
    />
  );
}
