'use client';
import { useTranslations } from 'next-intl';
import { sessionDoor } from '@/components/data/session-door';
import { Button } from '@/components/ui/button';
import { FormAlert } from '@/components/ui/form-alert';
import { useForm } from './use-form';

/** Only drawn where Google's keys are set. */
export function GoogleButton() {
  const t = useTranslations('auth.signIn');
  const form = useForm(async () => {
    const url = await sessionDoor.google();
    window.location.assign(url);
    await new Promise(() => {});
  });
  return (
    <>
      <div className="flex items-center gap-3 text-small text-ink-3">
        <span className="h-px flex-1 bg-line" />
        {t('or')}
        <span className="h-px flex-1 bg-line" />
      </div>
      {form.error ? <FormAlert>{t('googleFailed')}</FormAlert> : null}
      <Button size="large" full pending={form.pending} onClick={() => void form.run({})}>
        {t('google')}
      </Button>
    </>
  );
}
