'use client';
import { useTranslations } from 'next-intl';
import { useEditWebsite } from '@/components/data/use-websites';
import { Field } from '@/components/ui/field';
import { LabelledSwitch } from '@/components/ui/labelled-switch';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast';
import { ASKS_EMAIL, WIDGET_SIDES } from '@/lib/schemas/values';
import type { WebsiteDto } from '@/lib/schemas/website';
import { AccentField } from '../accent-field';
import { ActiveSwitch } from '../channels/active-switch';
import { LanguagesField } from '../channels/languages-field';
import { TeamField } from '../channels/team-field';
import { DraftForm } from '../draft-form';
import { FormSection } from '../form-section';
import { SelectField } from '../select-field';
import { TextField } from '../text-field';
import { useDraft } from '../use-draft';
import { OriginsField, originsIn } from './origins-field';

const draftOf = ({ origins, ...website }: WebsiteDto) => ({
  ...{ name: website.name, origins: origins.join('\n'), team: website.team, languages: website.languages },
  ...{ asks_email: website.asks_email, verified_only: website.verified_only },
  ...{ greeting: website.greeting, accent: website.accent, side: website.side },
  is_active: website.is_active,
});

/** How the chat of a website is. */
export function WebsiteForm({ website }: { website: WebsiteDto }) {
  const t = useTranslations('websites');
  const c = useTranslations('common');
  const edit = useEditWebsite(website.id);
  const { draft, set, of, form } = useDraft({
    start: draftOf(website),
    save: ({ origins, ...input }) => edit.mutateAsync({ ...input, origins: originsIn(origins) }),
    onSaved: (kept) => {
      set(draftOf(kept));
      toast.success(t('kept', { name: kept.name }));
    },
  });
  const greeting = of('greeting');
  return (
    <DraftForm form={form} submit={c('save')} className="mt-7 border-y pt-7 pb-4">
      <FormSection title={website.name}>
        <TextField label={t('name')} hint={t('nameHint')} dir="auto" maxLength={80} {...of('name')} />
        <OriginsField {...of('origins')} />
        <TeamField {...of('team')} />
        <LanguagesField hint={t('languagesHint')} {...of('languages')} />
      </FormSection>
      <FormSection title={t('before')}>
        <SelectField
          label={t('asksEmail')}
          hint={t('asksHint')}
          items={ASKS_EMAIL.map((value) => ({ value, label: t(`asks.${value}`) }))}
          {...of('asks_email')}
        />
        <LabelledSwitch
          label={t('verified')}
          hint={t('verifiedHint')}
          checked={draft.verified_only}
          onCheckedChange={(verified_only) => set({ verified_only })}
        />
      </FormSection>
      <FormSection title={t('look')}>
        <Field label={t('greeting')} hint={t('greetingHint')} error={greeting.error}>
          <Textarea
            dir="auto"
            rows={2}
            maxLength={500}
            className="max-h-48"
            value={greeting.value}
            onChange={(event) => greeting.onChange(event.target.value)}
          />
        </Field>
        <AccentField name={draft.name} {...of('accent')} />
        <SelectField
          label={t('side')}
          items={WIDGET_SIDES.map((value) => ({ value, label: t(`sides.${value}`) }))}
          {...of('side')}
        />
      </FormSection>
      <div className="border-t py-7">
        <ActiveSwitch hint={t('activeHint')} {...of('is_active')} />
      </div>
    </DraftForm>
  );
}
