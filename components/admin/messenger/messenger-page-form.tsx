'use client';
import { useTranslations } from 'next-intl';
import { useCreateMessengerPage, useEditMessengerPage } from '@/components/data/use-messenger-channel';
import { LabelledSwitch } from '@/components/ui/labelled-switch';
import { toast } from '@/components/ui/toast';
import type { MessengerPageDto } from '@/lib/schemas/messenger';
import { ActiveSwitch } from '../channels/active-switch';
import { LanguagesField } from '../channels/languages-field';
import { SecretField } from '../channels/secret-field';
import { TeamField } from '../channels/team-field';
import { DraftForm } from '../draft-form';
import { TextField } from '../text-field';
import { useDraft } from '../use-draft';
import { MessengerWebhook } from './messenger-webhook';

const draftOf = (page: MessengerPageDto | null) => ({
  ...{ name: page?.name ?? '', page_id: '', access_token: '', app_secret: '' },
  ...{ team_id: page?.team_id ?? null, languages: page?.languages ?? [] },
  ...{ human_agent: page?.human_agent ?? false, is_active: page?.is_active ?? true },
});

/** Connects a page, or changes it. What Facebook gave is entered and never shown again. */
export function MessengerPageForm({ page, onDone }: { page: MessengerPageDto | null; onDone: () => void }) {
  const t = useTranslations('messenger');
  const c = useTranslations('common');
  const create = useCreateMessengerPage();
  const edit = useEditMessengerPage();
  const { draft, set, of, form } = useDraft({
    start: draftOf(page),
    save: ({ page_id, is_active, access_token, app_secret, ...input }) => {
      if (!page) return create.mutateAsync({ ...input, page_id, access_token, app_secret });
      const secrets = { access_token: access_token || undefined, app_secret: app_secret || undefined };
      return edit.mutateAsync({ ...input, ...secrets, id: page.id, is_active });
    },
    onSaved: ({ name }) => {
      toast.success(t(page ? 'kept' : 'made', { name }));
      onDone();
    },
  });
  return (
    <DraftForm form={form} submit={page ? c('save') : t('create')} onCancel={onDone}>
      <TextField label={t('name')} hint={t('nameHint')} dir="auto" maxLength={100} {...of('name')} />
      {page ? null : (
        <TextField label={t('pageId')} hint={t('pageIdHint')} inputMode="numeric" {...of('page_id')} />
      )}
      <SecretField label={t('token')} isKept={page !== null} {...of('access_token')} />
      <SecretField label={t('secret')} isKept={page !== null} {...of('app_secret')} />
      <TeamField {...of('team_id')} />
      <LanguagesField hint={t('languagesHint')} {...of('languages')} />
      <LabelledSwitch
        label={t('human')}
        hint={t('humanHint')}
        checked={draft.human_agent}
        onCheckedChange={(human_agent) => set({ human_agent })}
      />
      {page ? (
        <>
          <MessengerWebhook id={page.id} />
          <ActiveSwitch hint={t('activeHint')} {...of('is_active')} />
        </>
      ) : null}
    </DraftForm>
  );
}
