'use client';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { RadioList } from '@/components/ui/radio-list';
import { Switch } from '@/components/ui/switch';
import { WordChips } from '@/components/ui/word-chips';
import { AWAY_REPLIES, USUAL_PRESENCE } from '@/lib/rules/presence';
import type { Settings } from '@/lib/schemas/settings';
import { FormSection } from './form-section';
import { SaveBar } from './save-bar';
import { useSettingsForm } from './use-settings-form';

type Presence = Settings['presence'];
const whole = (typed: string, most: number): number => Math.min(most, Number(typed.replace(/\D/g, '')));

/** When somebody counts as there, and what becomes of his tickets while he does not. */
export function PresenceSettings({ initial }: { initial: Settings }) {
  const t = useTranslations('presence.settings');
  const form = useSettingsForm(initial, t('saved'));
  const id = useId();
  const { presence } = form.values;
  const set = (edit: Partial<Presence>) => form.set('presence', { ...presence, ...edit });
  const { grace_seconds, handover_minutes, away_replies, reasons } = presence;
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <FormSection title={t('grace')} detail={t('graceDetail')}>
        <Field
          label={t('graceLabel')}
          hint={t('graceEffect', { seconds: grace_seconds })}
          error={form.field('presence.grace_seconds')}
        >
          <Input
            inputMode="numeric"
            value={grace_seconds === 0 ? '' : String(grace_seconds)}
            maxLength={4}
            onChange={(event) => set({ grace_seconds: whole(event.target.value, 3600) })}
            className="tabular max-w-40"
          />
        </Field>
      </FormSection>
      <FormSection title={t('handover')} detail={t('handoverDetail')}>
        <div className="flex items-center gap-3">
          <Switch
            aria-labelledby={id}
            checked={handover_minutes !== null}
            onCheckedChange={(on) => set({ handover_minutes: on ? USUAL_PRESENCE.handover_minutes : null })}
          />
          <span id={id} className="text-ui text-ink">
            {t('handoverSwitch')}
          </span>
        </div>
        {handover_minutes === null ? (
          <p className="text-small text-ink-3">{t('handoverOff')}</p>
        ) : (
          <Field
            label={t('handoverLabel')}
            hint={t('handoverEffect', { minutes: handover_minutes })}
            error={form.field('presence.handover_minutes')}
          >
            <Input
              inputMode="numeric"
              value={handover_minutes === 0 ? '' : String(handover_minutes)}
              maxLength={4}
              onChange={(event) => set({ handover_minutes: whole(event.target.value, 1440) })}
              className="tabular max-w-40"
            />
          </Field>
        )}
      </FormSection>
      <FormSection title={t('replies')} detail={t('repliesDetail')}>
        <RadioList
          label={t('replies')}
          value={away_replies}
          onValueChange={(value) => set({ away_replies: value })}
          items={AWAY_REPLIES.map((value) => ({
            value,
            label: t(`awayReplies.${value}.label`),
            hint: t(`awayReplies.${value}.effect`),
          }))}
        />
      </FormSection>
      <FormSection title={t('reasons')} detail={t('reasonsDetail')}>
        <WordChips
          label={t('reasonsLabel')}
          placeholder={t('reasonsPlaceholder')}
          removeLabel={(word) => t('reasonsRemove', { word })}
          value={reasons}
          onChange={(words) => set({ reasons: words })}
          maxLength={60}
          most={20}
          asTyped
        />
      </FormSection>
      <SaveBar {...form.bar} />
    </form>
  );
}
