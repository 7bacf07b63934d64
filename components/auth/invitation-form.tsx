'use client';
import { useTranslations } from 'next-intl';
import { api } from '@/components/data/api';
import { ApiError } from '@/components/data/api-error';
import { FormAlert } from '@/components/ui/form-alert';
import type { MeDto } from '@/lib/schemas/person';
import { AuthHeading } from './auth-heading';
import { dropTokens } from './drop-tokens';
import { enter } from './enter';
import { NewPassword } from './new-password';
import { useForm } from './use-form';
import { useFragmentToken } from './use-fragment-token';

/** An invited person chooses a password and is in. */
export function InvitationForm() {
  const t = useTranslations('auth');
  const token = useFragmentToken();
  const form = useForm(async ({ password = '' }) => {
    const { access } = await api.post<{ access: string }>('/auth/accept-invitation/', { token, password });
    // The link does not say whose it is; the answer does.
    const answer = await fetch('/api/me/', {
      headers: { authorization: `Bearer ${access}` },
      cache: 'no-store',
    });
    const me = (await answer.json()) as MeDto;
    await dropTokens(access);
    await enter({ email: me.email ?? '', password }, '/', true);
  });
  const spent =
    form.error instanceof ApiError &&
    ([401, 404, 410].includes(form.error.status) || form.error.fields.token);
  return (
    <>
      <AuthHeading title={t('invitation.title')}>{t('invitation.lead')}</AuthHeading>
      {token === null ? (
        <FormAlert>{t('invitation.missing')}</FormAlert>
      ) : (
        <NewPassword
          form={form}
          invalid={spent ? t('invitation.invalid') : null}
          submit={t('invitation.submit')}
        />
      )}
    </>
  );
}
