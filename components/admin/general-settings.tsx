'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { LOCALE_NAMES } from '@/lib/rules/locales';
import type { Settings } from '@/lib/schemas/settings';
import { LOCALES } from '@/lib/schemas/values';
import { AccentField } from './accent-field';
import { FormSection } from './form-section';
import { SaveBar } from './save-bar';
import { useSettingsForm } from './use-settings-form';

/** What the house is called, how it looks to customers, and which language it speaks when nobody says. */
export function GeneralSettings({ initial }: { initial: Settings }) {
  const t = useTranslations('workspace.general');
  const router = useRouter();
  // titles and headers are drawn by the server
  const form = useSettingsForm(initial, t('saved'), () => router.refresh());
  const { values, set } = form;
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <FormSection title={t('identity')} detail={t('identityDetail')}>
        <Field label={t('name')} hint={t('nameHint')} error={form.field('workspace_name')}>
          <Input
            value={values.workspace_name}
            maxLength={60}
            autoComplete="off"
            dir="auto"
            onChange={(event) => set('workspace_name', event.target.value)}
          />
        </Field>
        <AccentField
          value={values.accent}
          name={values.workspace_name}
          error={form.field('accent')}
          onChange={(accent) => set('accent', accent)}
        />
      </FormSection>
      <FormSection title={t('language')} detail={t('languageDetail')}>
        <Field label={t('defaultLanguage')}>
          <Select
            value={values.default_locale}
            onValueChange={(locale) => set('default_locale', locale)}
            items={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
            className="max-w-64"
          />
        </Field>
      </FormSection>
      <SaveBar {...form.bar} />
    </form>
  );
}
