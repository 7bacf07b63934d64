'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useCreateMessengerPage, useEditMessengerPage } from '@/components/data/use-messenger-channel';
import { useProblemText } from '@/components/data/use-problem-text';
import { useTeams } from '@/components/data/use-teams';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormAlert } from '@/components/ui/form-alert';
import { Input } from '@/components/ui/input';
import { LabelledSwitch } from '@/components/ui/labelled-switch';
import { LanguagePicker } from '@/components/ui/language-picker';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import type { MessengerPageDto } from '@/lib/schemas/messenger';
import { focusInvalid } from '../focus-invalid';
import { MessengerWebhook } from './messenger-webhook';

const NONE = 'none';

/** Connects a page, or changes it. What Facebook gave is entered and never shown again. */
export function MessengerPageForm({ page, onDone }: { page: MessengerPageDto | null; onDone: () => void }) {
  const t = useTranslations('messenger');
  const c = useTranslations('common');
  const { problem, field } = useProblemText();
  const create = useCreateMessengerPage();
  const edit = useEditMessengerPage();
  const teams = useTeams();
  const [name, setName] = useState(page?.name ?? '');
  const [pageId, setPageId] = useState('');
  const [token, setToken] = useState('');
  const [secret, setSecret] = useState('');
  const [team, setTeam] = useState(page?.team_id ?? null);
  const [languages, setLanguages] = useState<string[]>(page?.languages ?? []);
  const [human, setHuman] = useState(page?.human_agent ?? false);
  const [active, setActive] = useState(page?.is_active ?? true);
  const error = create.error ?? edit.error;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const target = event.currentTarget;
    const input = { name: name.trim(), team_id: team, languages, human_agent: human };
    const done = {
      onSuccess: (kept: MessengerPageDto) => {
        toast.success(t(page ? 'kept' : 'made', { name: kept.name }));
        onDone();
      },
      onError: () => focusInvalid(target),
    };
    const secrets = { access_token: token.trim(), app_secret: secret.trim() };
    const given = Object.fromEntries(Object.entries(secrets).filter(([, value]) => value !== ''));
    if (page) edit.mutate({ id: page.id, is_active: active, ...input, ...given }, done);
    else create.mutate({ page_id: pageId.trim(), ...input, ...secrets }, done);
  };

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <Field label={t('name')} hint={t('nameHint')} error={field(error, 'name')}>
        <Input dir="auto" maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      {page ? null : (
        <Field label={t('pageId')} hint={t('pageIdHint')} error={field(error, 'page_id')}>
          <Input
            dir="ltr"
            inputMode="numeric"
            autoComplete="off"
            value={pageId}
            onChange={(event) => setPageId(event.target.value)}
          />
        </Field>
      )}
      <Field
        label={t('token')}
        hint={t(page ? 'keepHint' : 'secretHint')}
        error={field(error, 'access_token')}
      >
        <Input
          type="password"
          dir="ltr"
          autoComplete="off"
          value={token}
          onChange={(event) => setToken(event.target.value)}
        />
      </Field>
      <Field
        label={t('secret')}
        hint={t(page ? 'keepHint' : 'secretHint')}
        error={field(error, 'app_secret')}
      >
        <Input
          type="password"
          dir="ltr"
          autoComplete="off"
          value={secret}
          onChange={(event) => setSecret(event.target.value)}
        />
      </Field>
      <Field label={t('team')} error={field(error, 'team_id')}>
        <Select
          value={team ?? NONE}
          onValueChange={(value) => setTeam(value === NONE ? null : value)}
          items={[
            { value: NONE, label: t('noTeam') },
            ...(teams.data ?? []).map(({ id, name: of }) => ({ value: id, label: of })),
          ]}
        />
      </Field>
      <fieldset>
        <legend className="mb-1.5 text-small font-[550]">{t('languages')}</legend>
        <LanguagePicker value={languages} onChange={setLanguages} addLabel={t('addLanguage')} />
        <p className="mt-1.5 text-small text-ink-3 text-pretty">{t('languagesHint')}</p>
      </fieldset>
      <LabelledSwitch label={t('human')} hint={t('humanHint')} checked={human} onCheckedChange={setHuman} />
      {page ? (
        <>
          <MessengerWebhook id={page.id} />
          <LabelledSwitch
            label={t('active')}
            hint={t('activeHint')}
            checked={active}
            onCheckedChange={setActive}
          />
        </>
      ) : null}
      {error ? <FormAlert>{problem(error)}</FormAlert> : null}
      <div className="flex flex-wrap justify-end gap-2 pt-2">
        <Button variant="quiet" onClick={onDone}>
          {c('cancel')}
        </Button>
        <Button type="submit" variant="primary" pending={create.isPending || edit.isPending}>
          {page ? c('save') : t('create')}
        </Button>
      </div>
    </form>
  );
}
