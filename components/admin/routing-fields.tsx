'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LabelledSwitch } from '@/components/ui/labelled-switch';
import { RadioList } from '@/components/ui/radio-list';
import type { LaneOrder } from '@/lib/rules/queue-order';
import type { SettingKey, Settings } from '@/lib/schemas/settings';
import { POLICIES } from '@/lib/schemas/values';
import { PointsField } from './points-field';
import type { RuleKey } from './rule-keys';
import { LanguageWaits, SkillWaits } from './wait-fields';

const HEAD_STARTS = ['priority', 'urgency', 'vip'] as const;
const KINDS = ['call', 'chat', 'other'] as const;
/** What is offered when the pace is turned on. */
const USUAL_PACE = { tickets: 5, minutes: 10 };
const PACE = [
  ['tickets', 1000],
  ['minutes', 1440],
] as const;

/** A form over settings, whether it saves them or only tries them. */
export interface RuleForm {
  values: Settings;
  set: <K extends SettingKey>(key: K, value: Settings[K]) => void;
  /** What was refused at a path, in words. */
  field: (path: string) => string | undefined;
}

interface RuleSection {
  key: RuleKey;
  title: string;
  detail: string;
  fields: ReactNode;
}

/**
 * The rules of routing, each with its name, what it does and its fields.
 *
 * @param order of kinds that holds where none is set: the server's own.
 */
export function useRuleSections(form: RuleForm, order: LaneOrder): RuleSection[] {
  const t = useTranslations('routing');
  const { values, set, field } = form;
  return [
    {
      key: 'routing_policy',
      title: t('policy'),
      detail: t('policyDetail'),
      fields: <PolicyField {...form} />,
    },
    { key: 'queue_minutes', title: t('queue'), detail: t('queueDetail'), fields: <QueueFields {...form} /> },
    {
      key: 'kind_order',
      title: t('kinds'),
      detail: t('kindsDetail'),
      fields: <KindFields {...form} order={order} />,
    },
    { key: 'routing_pace', title: t('pace'), detail: t('paceDetail'), fields: <PaceFields {...form} /> },
    {
      key: 'skill_waits',
      title: t('waits.skills'),
      detail: t('waits.skillsDetail'),
      fields: (
        <SkillWaits
          value={values.skill_waits}
          onChange={(value) => set('skill_waits', value)}
          errorOf={(name) => field(`skill_waits.${name}`)}
        />
      ),
    },
    {
      key: 'language_waits',
      title: t('waits.languages'),
      detail: t('waits.languagesDetail'),
      fields: (
        <LanguageWaits
          value={values.language_waits}
          onChange={(value) => set('language_waits', value)}
          error={field('language_waits')}
        />
      ),
    },
    { key: 'sticky_days', title: t('sticky'), detail: t('stickyDetail'), fields: <StickyField {...form} /> },
  ];
}

function PolicyField({ values, set }: RuleForm) {
  const t = useTranslations('routing');
  return (
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
  );
}

function QueueFields({ values, set, field }: RuleForm) {
  const t = useTranslations('routing');
  const minutes = values.queue_minutes;
  return (
    <div>
      <div className="flex flex-wrap gap-4">
        {HEAD_STARTS.map((name) => (
          <PointsField
            key={name}
            label={t(`headStart.${name}`)}
            value={minutes[name]}
            most={10_080}
            onChange={(value) => set('queue_minutes', { ...minutes, [name]: value })}
            error={field(`queue_minutes.${name}`)}
          />
        ))}
      </div>
      <p className="mt-3 max-w-[60ch] text-small text-ink-3 text-pretty">
        {t('headStartEffect', { minutes: minutes.priority })}
      </p>
    </div>
  );
}

/** @param order that holds where none is set: the server's own. */
function KindFields({ values, set, field, order }: RuleForm & { order: LaneOrder }) {
  const t = useTranslations('routing');
  const kinds = values.kind_order ?? order;
  return (
    <div className="flex flex-wrap gap-4">
      {KINDS.map((kind) => (
        <PointsField
          key={kind}
          label={t(`kind.${kind}`)}
          value={kinds[kind]}
          most={999}
          onChange={(value) => set('kind_order', { ...kinds, [kind]: value })}
          error={field(`kind_order.${kind}`)}
        />
      ))}
    </div>
  );
}

function PaceFields({ values, set, field }: RuleForm) {
  const t = useTranslations('routing');
  const pace = values.routing_pace;
  return (
    <div>
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
              error={field(`routing_pace.${name}`)}
            />
          ))}
        </div>
      )}
    </div>
  );
}

function StickyField({ values, set, field }: RuleForm) {
  const t = useTranslations('routing');
  return (
    <div>
      <PointsField
        label={t('stickyDays')}
        value={values.sticky_days}
        most={365}
        onChange={(value) => set('sticky_days', value)}
        error={field('sticky_days')}
      />
      <p className="mt-2 text-small text-ink-3">{t('stickyEffect', { days: values.sticky_days })}</p>
    </div>
  );
}
