'use client';
import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { RadioList } from '@/components/ui/radio-list';
import { Select } from '@/components/ui/select';
import type { Settings } from '@/lib/schemas/settings';
import { AutoCloseFields } from './auto-close-fields';
import { FormSection } from './form-section';
import { RatingFields } from './rating-fields';
import { SaveBar } from './save-bar';
import { useSettingsForm } from './use-settings-form';

const VISIBILITIES = ['own', 'team', 'all'] as const;
const WEIGHTS = [1, 0.75, 0.5, 0.25, 0];
const WEIGHED = [
  ['waiting_weight', 'weight'],
  ['snoozed_weight', 'asleep'],
] as const;
/** Tickets in the example of what a weight means. */
const EXAMPLE = 4;

interface TicketSettingsProps {
  initial: Settings;
  /** Days that hold while nothing is set here: the server's own. */
  usualReopenDays: number;
}

/** How tickets come back, who sees which, and what waiting costs. Each says its effect in words. */
export function TicketSettings({ initial, usualReopenDays }: TicketSettingsProps) {
  const t = useTranslations('workspace.tickets');
  const form = useSettingsForm(initial, t('saved'));
  const { values, set } = form;
  const days = values.reopen_days ?? usualReopenDays;
  const weightItems = (now: number) =>
    [...new Set([...WEIGHTS, now])]
      .sort((a, b) => b - a)
      .map((weight) => ({ value: String(weight), label: weightLabel(weight) }));
  const weightLabel = (weight: number) => {
    if (weight === 1) return t('weights.full');
    return weight === 0 ? t('weights.none') : t('weights.share', { percent: Math.round(weight * 100) });
  };
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <FormSection title={t('reopen')} detail={t('reopenDetail')}>
        <Field
          label={t('reopenDays')}
          hint={days === 0 ? t('reopenNever') : t('reopenEffect', { days })}
          error={form.field('reopen_days')}
        >
          <Input
            inputMode="numeric"
            value={values.reopen_days === null ? '' : String(values.reopen_days)}
            placeholder={t('usual', { days: usualReopenDays })}
            maxLength={3}
            onChange={(event) => {
              const digits = event.target.value.replace(/\D/g, '');
              set('reopen_days', digits === '' ? null : Math.min(365, Number(digits)));
            }}
            className="tabular max-w-40"
          />
        </Field>
      </FormSection>
      <FormSection title={t('autoClose')} detail={t('autoCloseDetail')}>
        <AutoCloseFields
          value={values.auto_close}
          onChange={(value) => set('auto_close', value)}
          errorOf={(name) => form.field(`auto_close.${name}`)}
        />
      </FormSection>
      <FormSection title={t('rating')} detail={t('ratingDetail')}>
        <RatingFields
          ask={values.ask_rating}
          onAsk={(value) => set('ask_rating', value)}
          errorOf={(name) => form.field(`ask_rating.${name}`)}
          reopens={values.low_rating_reopens}
          onReopens={(value) => set('low_rating_reopens', value)}
        />
      </FormSection>
      <FormSection title={t('visibility')} detail={t('visibilityDetail')}>
        <RadioList
          label={t('visibility')}
          value={values.visibility}
          onValueChange={(value) => set('visibility', value)}
          items={VISIBILITIES.map((value) => ({
            value,
            label: t(`visibilities.${value}.label`),
            hint: t(`visibilities.${value}.effect`),
          }))}
        />
      </FormSection>
      <FormSection title={t('weight')} detail={t('weightDetail')}>
        {WEIGHED.map(([key, name]) => (
          <Field
            key={key}
            label={t(`${name}Label`)}
            hint={t(`${name}Effect`, { tickets: EXAMPLE, places: EXAMPLE * values[key] })}
          >
            <Select
              value={String(values[key])}
              onValueChange={(value) => set(key, Number(value))}
              items={weightItems(values[key])}
              className="max-w-80"
            />
          </Field>
        ))}
      </FormSection>
      <SaveBar {...form.bar} />
    </form>
  );
}
