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
  is_active: line?.is_active ?? true,
});

/** Makes a line, or changes how its callers are received. */
export function LineForm({ line, onDone }: { line: PhoneLineDto | null; onDone: () => void }) {
  const t = useTranslations('channels.voice');
  const c = useTranslations('common');
  const create = useCreatePhoneLine();
  const edit = useEditPhoneLine();
<<<<<<< HEAD
  const teams = useTeams();
  const [number, setNumber] = useState('');
  const [name, setName] = useState(line?.name ?? '');
  const [account, setAccount] = useState(line?.account_sid ?? '');
  const [token, setToken] = useState('');
  const [api, setApi] = useState(line?.api_url ?? 'https://api.twilio.com');
  const [team, setTeam] = useState(line?.team_id ?? null);
  const [languages, setLanguages] = useState<readonly string[]>(line?.languages ?? []);
  const [words, setWords] = useState<Words>(line?.words ?? {});
  const [minutes, setMinutes] = useState(String((line?.max_wait_seconds ?? 180) / 60));
  const [voicemail, setVoicemail] = useState(line?.voicemail ?? true);
  const [hours, setHours] = useState(line?.after_hours ?? 'voicemail');
  const [records, setRecords] = useState(line?.records_calls ?? false);
  const [active, setActive] = useState(line?.is_active ?? true);
  const error = create.error ?? edit.error;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const target = event.currentTarget;
    const input = {
      ...{ name: name.trim(), account_sid: account.trim(), team_id: team },
      ...{ languages: languages as PhoneLineDto['languages'], words },
      ...{ max_wait_seconds: Math.round(Number(minutes) * 60), voicemail, after_hours: hours },
      records_calls: records,
    };
    const done = {
      onSuccess: (kept: PhoneLineDto) => {
        toast.success(t(line ? 'kept' : 'made', { number: kept.number }));
        onDone();
      },
      onError: () => focusInvalid(target),
    };
    const secret = token.trim() === '' ? {} : { auth_token: token.trim() };
    const address = api.trim() === line?.api_url ? {} : { api_url: api.trim() };
    if (line) edit.mutate({ id: line.id, is_active: active, ...input, ...secret, ...address }, done);
    else create.mutate({ number: number.trim(), auth_token: token.trim(), ...input, ...address }, done);
  };

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {line ? <LineHooks line={line} /> : null}
      {line ? null : (
        <Field label={t('number')} hint={t('numberHint')} error={field(error, 'number')}>
          <Input
            type="tel"
            dir="ltr"
            autoComplete="off"
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
        </Field>
      )}
      <Field label={t('name')} error={field(error, 'name')}>
        <Input dir="auto" maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field label={t('account')} error={field(error, 'account_sid')}>
        <Input
          dir="ltr"
          autoComplete="off"
          placeholder="AC…"
          className="font-mono"
          value={account}
          onChange={(event) => setAccount(event.target.value)}
        />
      </Field>
      <Field label={t('token')} hint={line ? t('tokenHint') : undefined} error={field(error, 'auth_token')}>
        <Input
          type="password"
          dir="ltr"
          autoComplete="new-password"
          value={token}
          onChange={(event) => setToken(event.target.value)}
        />
      </Field>
      <Field label={t('api')} error={field(error, 'api_url')}>
        <Input type="url" dir="ltr" value={api} onChange={(event) => setApi(event.target.value)} />
      </Field>
      <Field label={ch('team')} error={field(error, 'team_id')}>
        <Select
          value={team ?? NONE}
          onValueChange={(value) => setTeam(value === NONE ? null : value)}
          items={[
            { value: NONE, label: ch('noTeam') },
            ...(teams.data ?? []).map(({ id, name: label }) => ({ value: id, label })),
          ]}
        />
      </Field>
      <div>
        <p className="mb-1.5 text-ui font-[550] text-ink">{t('languages')}</p>
        <LanguagePicker
          value={languages}
          onChange={(codes) => setLanguages(codes.slice(0, MOST_LANGUAGES))}
          addLabel={t('addLanguage')}
        />
        <p className="mt-1.5 text-small text-ink-3">{t('languagesHint')}</p>
      </div>
      <LabelledSwitch
        label={t('records')}
        hint={t('recordsHint')}
        checked={records}
        onCheckedChange={setRecords}
      />
      <LineWords languages={languages} words={words} records={records} onChange={setWords} />
      <Field label={t('wait')} error={field(error, 'max_wait_seconds')}>
        <Input
          type="number"
          min={0.5}
          max={60}
          step={0.5}
          className="w-28"
          value={minutes}
          onChange={(event) => setMinutes(event.target.value)}
        />
      </Field>
=======
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
      <LineWords languages={draft.languages} {...of('words')} />
      <TextField
        {...{ label: t('wait'), type: 'number', min: 0.5, max: 60, step: 0.5, className: 'max-w-28' }}
        {...of('minutes')}
        error={fault('max_wait_seconds')}
      />
>>>>>>> main
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
<<<<<<< HEAD
      {error ? <FormAlert>{problem(error)}</FormAlert> : null}
      <div className="flex flex-wrap justify-end gap-2 pt-2">
        <Button variant="quiet" onClick={onDone}>
          {c('cancel')}
        </Button>
        <Button type="submit" variant="primary" pending={create.isPending || edit.isPending}>
          {line ? c('save') : t('create')}
        </Button>
      </div>
    </form>
  );
}

/** What is said in each of the line's languages in place of our own words. */
function LineWords({
  languages,
  words,
  records,
  onChange,
}: {
  languages: readonly string[];
  words: Words;
  /** What is said of the recording is asked as well. */
  records: boolean;
  onChange: (words: Words) => void;
}) {
  const t = useTranslations('channels.voice');
  const locale = useLocale();
  const kinds = [
    ['greeting', 'greeting'],
    ['wait', 'waitWords'],
    ...(records ? ([['recorded', 'recordedWords']] as const) : []),
  ] as const;
  return (languages as (keyof Words)[]).flatMap((code) =>
    kinds.map(([kind, label]) => (
      <Field
        key={`${code}-${kind}`}
        label={t(label, { language: languageName(code, locale) })}
        hint={t('ownWords')}
      >
        <Input
          dir="auto"
          lang={code}
          maxLength={500}
          value={words[code]?.[kind] ?? ''}
          onChange={(event) => onChange({ ...words, [code]: { ...words[code], [kind]: event.target.value } })}
        />
      </Field>
    )),
=======
    </DraftForm>
>>>>>>> main
  );
}
