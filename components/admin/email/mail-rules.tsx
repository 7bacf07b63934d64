'use client';
import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { LabelledSwitch } from '@/components/ui/labelled-switch';
import { Select } from '@/components/ui/select';
import type { Settings } from '@/lib/schemas/settings';
import { SaveBar } from '../save-bar';
import { useSettingsForm } from '../use-settings-form';

const DELAYS = [0, 60, 180, 300, 600, 1_800];

/** What holds for the mail of all mailboxes: when answers leave, and whether the team may answer by mail. */
export function MailRules({ initial }: { initial: Settings }) {
  const t = useTranslations('channels.rules');
  const form = useSettingsForm(initial, t('saved'));
  const { reply_mail_delay_seconds: delay, staff_reply_by_mail: answers } = form.values;
  return (
    <form noValidate onSubmit={form.onSubmit} className="mt-10" aria-labelledby="mail-rules">
      <h2 id="mail-rules" className="text-title">
        {t('title')}
      </h2>
      <div className="mt-4 flex flex-col gap-5">
        <Field label={t('delay')} hint={t('delayHint')} error={form.field('reply_mail_delay_seconds')}>
          <Select
            value={String(delay)}
            onValueChange={(value) => form.set('reply_mail_delay_seconds', Number(value))}
            items={[...new Set([...DELAYS, delay])]
              .sort((one, other) => one - other)
              .map((value) => ({ value: String(value), label: t('after', { minutes: value / 60 }) }))}
            className="max-w-80"
          />
        </Field>
        <LabelledSwitch
          label={t('staff')}
          hint={t('staffHint')}
          checked={answers}
          onCheckedChange={(on) => form.set('staff_reply_by_mail', on)}
        />
      </div>
      <SaveBar {...form.bar} />
    </form>
  );
}
