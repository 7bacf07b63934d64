'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { buttonStyle } from '@/components/ui/button-style';
import { LabelledSwitch } from '@/components/ui/labelled-switch';
import { RadioList } from '@/components/ui/radio-list';
import type { LaneOrder } from '@/lib/rules/queue-order';
import type { Settings } from '@/lib/schemas/settings';
import { CLAIMS } from '@/lib/schemas/values';
import { FormSection } from './form-section';
import { OfferFields } from './offer-fields';
import { PointsField } from './points-field';
import { useRuleSections } from './routing-fields';
import { SaveBar } from './save-bar';
import { useSettingsForm } from './use-settings-form';
import { tryHref } from './what-if/try-href';

/** What is offered when claims are to come back, minutes. */
const USUAL_RETURN = 30;

interface RoutingSettingsProps {
  initial: Settings;
  /** The order of kinds that holds now, the server's own where none is set. */
  order: LaneOrder;
}

/** Whose turn it is, who gets it, and what people may take by themselves. Each says its effect in words. */
export function RoutingSettings({ initial, order }: RoutingSettingsProps) {
  const t = useTranslations('routing');
  const form = useSettingsForm(initial, t('saved'));
  const { values, set } = form;
  const { claim_return_minutes: returns } = values;
  const sections = useRuleSections(form, order);
  return (
    <form noValidate onSubmit={form.onSubmit}>
      {sections.map(({ key, title, detail, fields }) => (
        <FormSection key={key} title={title} detail={detail}>
          {fields}
        </FormSection>
      ))}
      <FormSection title={t('offers.title')} detail={t('offers.detail')}>
        <OfferFields
          value={values.offers}
          onChange={(value) => set('offers', value)}
          errorOf={(name) => form.field(`offers.${name}`)}
        />
      </FormSection>
      <FormSection title={t('continuity')} detail={t('continuityDetail')}>
        <PointsField
          label={t('continuityPlaces')}
          value={values.continuity_places}
          most={100}
          onChange={(value) => set('continuity_places', value)}
          error={form.field('continuity_places')}
        />
        <p className="mt-2 text-small text-ink-3">
          {t('continuityEffect', { places: values.continuity_places })}
        </p>
      </FormSection>
      <FormSection title={t('claims')} detail={t('claimsDetail')}>
        <RadioList
          label={t('claims')}
          value={values.claims}
          onValueChange={(value) => set('claims', value)}
          items={CLAIMS.map((value) => ({
            value,
            label: t(`claiming.${value}.label`),
            hint: t(`claiming.${value}.effect`),
          }))}
        />
        <div className="mt-5">
          <LabelledSwitch
            label={t('claimReturn')}
            hint={t(returns === null ? 'claimStays' : 'claimReturnEffect', { minutes: returns ?? 0 })}
            checked={returns !== null}
            onCheckedChange={(on) => set('claim_return_minutes', on ? USUAL_RETURN : null)}
          />
          {returns === null ? null : (
            <div className="mt-3">
              <PointsField
                label={t('waits.minutes')}
                value={returns}
                most={10_080}
                onChange={(value) => set('claim_return_minutes', value)}
                error={form.field('claim_return_minutes')}
              />
            </div>
          )}
        </div>
      </FormSection>
      <SaveBar {...form.bar}>
        <Link href={tryHref(form.changed)} className={buttonStyle({ variant: 'secondary' })}>
          {t('tryFirst')}
        </Link>
      </SaveBar>
    </form>
  );
}
