'use client';
import { useTranslations } from 'next-intl';
import { useTopics } from '@/components/data/use-topics';
import type { Settings } from '@/lib/schemas/settings';
import { FormSection } from './form-section';
import { PointsField } from './points-field';
import { SaveBar } from './save-bar';
import { UrgencyPreview } from './urgency-preview';
import { UrgencyWaits } from './urgency-waits';
import { UrgencyWords } from './urgency-words';
import { useSettingsForm } from './use-settings-form';

/** What makes a waiting ticket urgent: rules that give points, levels that begin at so many, and what comes of it now. */
export function UrgencySettings({ initial }: { initial: Settings }) {
  const t = useTranslations('urgency.admin');
  const l = useTranslations('urgency.level');
  const c = useTranslations('common.priority');
  const { active } = useTopics();
  const form = useSettingsForm(initial, t('saved'));
  const rules = form.values.urgency;
  const set = (part: Partial<typeof rules>) => form.set('urgency', { ...rules, ...part });
  const pointsOf = (topic: string) => rules.topics.find((one) => one.topic === topic)?.points ?? 0;
  const setTopic = (topic: string, points: number) => {
    const others = rules.topics.filter((one) => one.topic !== topic);
    set({ topics: points === 0 ? others : [...others, { topic, points }] });
  };
  const [soon, pressing, critical] = rules.levels;
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <FormSection title={t('words')} detail={t('wordsDetail')}>
        <UrgencyWords
          lists={rules.words}
          onChange={(words) => set({ words })}
          errorOf={(path) => form.field(`urgency.words.${path}`)}
        />
      </FormSection>
      {active.length > 0 ? (
        <FormSection title={t('topics')} detail={t('topicsDetail')}>
          <div className="flex flex-wrap gap-x-5 gap-y-4">
            {active.map(({ key, name }) => (
              <PointsField
                key={key}
                label={name}
                value={pointsOf(key)}
                onChange={(points) => setTopic(key, points)}
              />
            ))}
          </div>
        </FormSection>
      ) : null}
      <FormSection title={t('priorities')} detail={t('prioritiesDetail')}>
        <div className="flex flex-wrap gap-x-5 gap-y-4">
          {(['HIGH', 'URGENT'] as const).map((one) => (
            <PointsField
              key={one}
              label={c(one)}
              value={rules.priorities[one]}
              onChange={(points) => set({ priorities: { ...rules.priorities, [one]: points } })}
            />
          ))}
        </div>
      </FormSection>
      <FormSection title={t('vip')} detail={t('vipDetail')}>
        <PointsField label={t('points')} value={rules.vip} onChange={(vip) => set({ vip })} />
      </FormSection>
      <FormSection title={t('waits')} detail={t('waitsDetail')}>
        <UrgencyWaits rules={rules} onChange={set} />
      </FormSection>
      <FormSection title={t('levels')} detail={t('levelsDetail')}>
        <div className="flex flex-wrap gap-x-5 gap-y-4">
          <PointsField
            label={l('1')}
            value={soon}
            onChange={(n) => set({ levels: [n, pressing, critical] })}
          />
          <PointsField
            label={l('2')}
            value={pressing}
            onChange={(n) => set({ levels: [soon, n, critical] })}
          />
          <PointsField
            label={l('3')}
            value={critical}
            onChange={(n) => set({ levels: [soon, pressing, n] })}
          />
        </div>
        {soon >= 1 && soon < pressing && pressing < critical ? null : (
          <p role="alert" className="text-small text-danger">
            {t('levelsOrder')}
          </p>
        )}
      </FormSection>
      <FormSection title={t('preview')} detail={t('previewDetail')}>
        <UrgencyPreview rules={rules} />
      </FormSection>
      <SaveBar {...form.bar} />
    </form>
  );
}
