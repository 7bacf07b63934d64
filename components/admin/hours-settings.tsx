'use client';
import { useTranslations } from 'next-intl';
import { NativeSelect } from '@/components/portal/native-select';
import { Field } from '@/components/ui/field';
import type { Settings } from '@/lib/schemas/settings';
import { FormSection } from './form-section';
import { HolidayList } from './holiday-list';
import { SaveBar } from './save-bar';
import { useSettingsForm } from './use-settings-form';
import { WeekHours } from './week-hours';

/** When the house works: the measure of every number that counts in business hours. */
export function HoursSettings({
  initial,
  timeZones,
  countries,
}: {
  initial: Settings;
  timeZones: string[];
  /** Whose public holidays are known, in the order of their names. */
  countries: { code: string; name: string }[];
}) {
  const t = useTranslations('workspace.hours');
  const form = useSettingsForm(initial, t('saved'));
  const hours = form.values.business_hours;
  const set = (part: Partial<typeof hours>) => form.set('business_hours', { ...hours, ...part });
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <FormSection title={t('week')} detail={t('weekDetail')}>
        <Field label={t('timeZone')} error={form.field('business_hours.time_zone')}>
          <NativeSelect
            aria-label={t('timeZone')}
            value={hours.time_zone}
            onChange={(event) => set({ time_zone: event.target.value })}
            className="max-w-80"
          >
            {timeZones.map((zone) => (
              <option key={zone} value={zone}>
                {zone.replaceAll('_', ' ')}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <WeekHours days={hours.days} onChange={(days) => set({ days })} />
      </FormSection>
      <FormSection title={t('holidays')} detail={t('holidaysDetail')}>
        <HolidayList holidays={hours.holidays} onChange={(holidays) => set({ holidays })} />
        <Field label={t('country')} hint={t('countryDetail')} error={form.field('holiday_country')}>
          <NativeSelect
            aria-label={t('country')}
            value={form.values.holiday_country ?? ''}
            onChange={(event) => form.set('holiday_country', event.target.value || null)}
            className="max-w-80"
          >
            <option value="">{t('noCountry')}</option>
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </NativeSelect>
        </Field>
      </FormSection>
      <SaveBar {...form.bar} />
    </form>
  );
}
