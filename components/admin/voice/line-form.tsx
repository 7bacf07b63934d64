'use client';
import { useTranslations } from 'next-intl';
import { useCreatePhoneLine, useEditPhoneLine } from '@/components/data/use-voice-channel';
import { LabelledSwitch } from '@/components/ui/labelled-switch';
import { toast } from '@/components/ui/toast';
import type { PhoneLineDto } from '@/lib/schemas/phone-line';
import { AFTER_HOURS } from '@/lib/schemas/values';
import { ActiveSwitch } from '../channels/active-switch';
import { LanguagesField } from '../channels/languages-field';
import { SecretField } from '../channels/secret-field';
import { TeamField } from '../channels/team-field';
import { DraftForm } from '../draft-form';
import { SelectField } from '../select-field';
import { TextField } from '../text-field';
import { useDraft } from '../use-draft';
import { LineHooks } from './line-hooks';
import { LineWords } from './line-words';

/** As many as a caller can choose from by a digit. */
const MOST_LANGUAGES = 9;

const draftOf = (line: PhoneLineDto | null) => ({
  ...{ name: line?.name ?? '', number: '', account_sid: line?.account_sid ?? '', auth_token: '' },
  ...{ api_url: line?.api_url ?? 'https://api.twilio.com', team_id: line?.team_id ?? null },
  ...{ languages: line?.languages ?? [], words: line?.words ?? {} },
  minutes: String((line?.max_wait_seconds ?? 180) / 60),
  ...{ voicemail: line?.voicemail ?? true, after_hours: line?.after_hours ?? 'voicemail' },
  records_calls: line?.records_calls ?? false,
  is_active: line?.is_active ?? true,
});

/** Makes a line, or changes how its callers are received. */
export function LineForm({ line, onDone }: { line: PhoneLineDto | null; onDone: () => void }) {
  const t = useTranslations('channels.voice');
  const c = useTranslations('common');
  const create = useCreatePhoneLine();
  const edit = useEditPhoneLine();
  const { draft, set, of, fault, form } = useDraft({
    start: draftOf(line),
    save: ({ number, is_active, auth_token, api_url, minutes, ...rest }) => {
      const input = { ...rest, max_wait_seconds: Math.round(Number(minutes) * 60) };
      if (!line) return create.mutateAsync({ ...input, number, auth_token, api_url });
      const access = {
        auth_token: auth_token || undefined,
        api_url: api_url === line.api_url ? undefined : api_url,
      };
      return edit.mutateAsync({ ...input, ...access, id: line.id, is_active });
    },
    onSaved: ({ number }) => {
      toast.success(t(line ? 'kept' : 'made', { number }));
      onDone();
    },
  });
  return (
    <DraftForm form={form} submit={line ? c('save') : t('create')} onCancel={onDone}>
      <TextField label={t('name')} dir="auto" maxLength={60} {...of('name')} />
      {line ? null : <TextField label={t('number')} hint={t('numberHint')} type="tel" {...of('number')} />}
      <TextField label={t('account')} placeholder="AC…" className="font-mono" {...of('account_sid')} />
      <SecretField label={t('token')} isKept={line !== null} {...of('auth_token')} />
      <TextField label={t('api')} type="url" {...of('api_url')} />
      <TeamField {...of('team_id')} />
      <LanguagesField hint={t('languagesHint')} most={MOST_LANGUAGES} {...of('languages')} />
      <LabelledSwitch
        label={t('records')}
        hint={t('recordsHint')}
        checked={draft.records_calls}
        onCheckedChange={(records_calls) => set({ records_calls })}
      />
      <LineWords languages={draft.languages} records={draft.records_calls} {...of('words')} />
      <TextField
        {...{ label: t('wait'), type: 'number', min: 0.5, max: 60, step: 0.5, className: 'max-w-28' }}
        {...of('minutes')}
        error={fault('max_wait_seconds')}
      />
      <LabelledSwitch
        label={t('voicemail')}
        hint={t('voicemailHint')}
        checked={draft.voicemail}
        onCheckedChange={(voicemail) => set({ voicemail })}
      />
      <SelectField
        label={t('afterHours')}
        items={AFTER_HOURS.map((value) => ({ value, label: t(`hours.${value}`) }))}
        {...of('after_hours')}
      />
      {line ? (
        <>
          <LineHooks line={line} />
          <ActiveSwitch hint={t('activeHint')} {...of('is_active')} />
        </>
      ) : null}
    </DraftForm>
  );
}
