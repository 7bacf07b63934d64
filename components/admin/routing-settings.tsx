'use client';
import { useTranslations } from 'next-intl';
import { LabelledSwitch } from '@/components/ui/labelled-switch';
import { RadioList } from '@/components/ui/radio-list';
import type { LaneOrder } from '@/lib/rules/queue-order';
import type { Settings } from '@/lib/schemas/settings';
import { CLAIMS, POLICIES } from '@/lib/schemas/values';
import { FormSection } from './form-section';
import { PointsField } from './points-field';
import { SaveBar } from './save-bar';
import { useSettingsForm } from './use-settings-form';
import { LanguageWaits, SkillWaits } from './wait-fields';

const HEAD_STARTS = ['priority', 'urgency', 'vip'] as const;
const KINDS = ['call', 'chat', 'other'] as const;
/** What is offered when the pace is turned on. */
const USUAL_PACE = { tickets: 5, minutes: 10 };
const PACE = [
  ['tickets', 1000],
  ['minutes', 1440],
] as const;

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
  const { queue_minutes: minutes, routing_pace: pace } = values;
  const kinds = values.kind_order ?? order;
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <FormSection title={t('policy')} detail={t('policyDetail')}>
        <RadioList
          label={t('policy')}
          value={values.routing_policy}
          onValueChange={(value) => set('routing_policy', value)}
          items={POLICIES.map((value) => ({
            value,
            label: t(`policies.${value}.label`),
            hint: t(`policies.${value}.effect`),
          }))}
        />
      </FormSection>
      <FormSection title={t('queue')} detail={t('queueDetail')}>
        <div className="flex flex-wrap gap-4">
          {HEAD_STARTS.map((name) => (
            <PointsField
              key={name}
              label={t(`headStart.${name}`)}
              value={minutes[name]}
              most={10_080}
              onChange={(value) => set('queue_minutes', { ...minutes, [name]: value })}
              error={form.field(`queue_minutes.${name}`)}
            />
          ))}
        </div>
        <p className="mt-3 max-w-[60ch] text-small text-ink-3 text-pretty">
          {t('headStartEffect', { minutes: minutes.priority })}
        </p>
      </FormSection>
      <FormSection title={t('kinds')} detail={t('kindsDetail')}>
        <div className="flex flex-wrap gap-4">
          {KINDS.map((kind) => (
            <PointsField
              key={kind}
              label={t(`kind.${kind}`)}
              value={kinds[kind]}
              most={999}
              onChange={(value) => set('kind_order', { ...kinds, [kind]: value })}
              error={form.field(`kind_order.${kind}`)}
            />
          ))}
        </div>
      </FormSection>
      <FormSection title={t('pace')} detail={t('paceDetail')}>
        <LabelledSwitch
          label={t('paceSwitch')}
          checked={pace !== null}
          onCheckedChange={(on) => set('routing_pace', on ? USUAL_PACE : null)}
        />
        {pace === null ? null : (
          <div className="mt-4 flex flex-wrap gap-4">
            {PACE.map(([name, most]) => (
              <PointsField
                key={name}
                label={t(`paceOf.${name}`)}
                value={pace[name]}
                most={most}
                onChange={(value) => set('routing_pace', { ...pace, [name]: value })}
                error={form.field(`routing_pace.${name}`)}
              />
            ))}
          </div>
        )}
      </FormSection>
      <FormSection title={t('waits.skills')} detail={t('waits.skillsDetail')}>
        <SkillWaits
          value={values.skill_waits}
          onChange={(value) => set('skill_waits', value)}
          errorOf={(name) => form.field(`skill_waits.${name}`)}
        />
      </FormSection>
      <FormSection title={t('waits.languages')} detail={t('waits.languagesDetail')}>
        <LanguageWaits
          value={values.language_waits}
          onChange={(value) => set('language_waits', value)}
          error={form.field('language_waits')}
        />
      </FormSection>
      <FormSection title={t('sticky')} detail={t('stickyDetail')}>
        <PointsField
          label={t('stickyDays')}
          value={values.sticky_days}
          most={365}
          onChange={(value) => set('sticky_days', value)}
          error={form.field('sticky_days')}
        />
        <p className="mt-2 text-small text-ink-3">{t('stickyEffect', { days: values.sticky_days })}</p>
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
      </FormSection>
      <SaveBar {...form.bar} />
    </form>
  );
}
