'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useProblemText } from '@/components/data/use-problem-text';
import { useTeams } from '@/components/data/use-teams';
import { useEditWebsite } from '@/components/data/use-websites';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormAlert } from '@/components/ui/form-alert';
import { Input } from '@/components/ui/input';
import { LabelledSwitch } from '@/components/ui/labelled-switch';
import { LanguagePicker } from '@/components/ui/language-picker';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast';
import { ASKS_EMAIL, WIDGET_SIDES } from '@/lib/schemas/values';
import type { EditWebsiteInput, WebsiteDto } from '@/lib/schemas/widget';
import { AccentField } from '../accent-field';
import { focusInvalid } from '../focus-invalid';
import { FormSection } from '../form-section';
import { OriginsField, originsIn } from './origins-field';

const NONE = 'none';
type Draft = Required<Omit<EditWebsiteInput, 'origins'>> & { origins: string };

const draftOf = ({ origins, ...website }: WebsiteDto): Draft => ({
  ...{ name: website.name, team: website.team, languages: website.languages, greeting: website.greeting },
  ...{ asks_email: website.asks_email, verified_only: website.verified_only, accent: website.accent },
  ...{ side: website.side, is_active: website.is_active, origins: origins.join('\n') },
});

/** How the chat of a website is. */
export function WebsiteForm({ website }: { website: WebsiteDto }) {
  const t = useTranslations('websites');
  const c = useTranslations('common');
  const { problem, field } = useProblemText();
  const teams = useTeams();
  const edit = useEditWebsite(website.id);
  const [draft, setDraft] = useState(() => draftOf(website));
  const set = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const fault = (name: keyof Draft) => field(edit.error, name);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const target = event.currentTarget;
    edit.mutate(
      { ...draft, name: draft.name.trim(), origins: originsIn(draft.origins) },
      {
        onSuccess: (kept) => {
          setDraft(draftOf(kept));
          toast.success(t('kept', { name: kept.name }));
        },
        onError: () => focusInvalid(target),
      },
    );
  };

  return (
    <form noValidate onSubmit={submit} className="mt-7 border-t pt-7">
      <FormSection title={website.name}>
        <Field label={t('name')} hint={t('nameHint')} error={fault('name')}>
          <Input
            dir="auto"
            maxLength={80}
            value={draft.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        </Field>
        <OriginsField
          value={draft.origins}
          onChange={(origins) => set({ origins })}
          error={fault('origins')}
        />
        <Field label={t('team')} error={fault('team')}>
          <Select
            value={draft.team ?? NONE}
            onValueChange={(value) => set({ team: value === NONE ? null : value })}
            items={[
              { value: NONE, label: t('noTeam') },
              ...(teams.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Field>
        <LabelledSwitch
          label={t('active')}
          hint={t('activeHint')}
          checked={draft.is_active}
          onCheckedChange={(is_active) => set({ is_active })}
        />
      </FormSection>
      <FormSection title={t('before')}>
        <fieldset>
          <legend className="text-ui font-[550]">{t('languages')}</legend>
          <p className="mb-2 text-small text-ink-3">{t('languagesHint')}</p>
          <LanguagePicker
            value={draft.languages}
            onChange={(languages) => set({ languages })}
            addLabel={t('addLanguage')}
          />
        </fieldset>
        <Field label={t('asksEmail')} hint={t('asksHint')} error={fault('asks_email')}>
          <Select
            value={draft.asks_email}
            onValueChange={(value) => set({ asks_email: value as Draft['asks_email'] })}
            items={ASKS_EMAIL.map((value) => ({ value, label: t(`asks.${value}`) }))}
          />
        </Field>
        <LabelledSwitch
          label={t('verified')}
          hint={t('verifiedHint')}
          checked={draft.verified_only}
          onCheckedChange={(verified_only) => set({ verified_only })}
        />
      </FormSection>
      <FormSection title={t('look')}>
        <Field label={t('greeting')} hint={t('greetingHint')} error={fault('greeting')}>
          <Textarea
            dir="auto"
            rows={2}
            maxLength={500}
            className="max-h-48"
            value={draft.greeting}
            onChange={(event) => set({ greeting: event.target.value })}
          />
        </Field>
        <AccentField
          value={draft.accent}
          name={draft.name}
          error={fault('accent')}
          onChange={(accent) => set({ accent })}
        />
        <Field label={t('side')} error={fault('side')}>
          <Select
            value={draft.side}
            onValueChange={(value) => set({ side: value as Draft['side'] })}
            items={WIDGET_SIDES.map((value) => ({ value, label: t(`sides.${value}`) }))}
          />
        </Field>
      </FormSection>
      {edit.error ? <FormAlert>{problem(edit.error)}</FormAlert> : null}
      <div className="flex justify-end border-t py-4">
        <Button type="submit" variant="primary" pending={edit.isPending}>
          {c('save')}
        </Button>
      </div>
    </form>
  );
}
