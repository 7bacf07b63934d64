import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormAlert } from '@/components/ui/form-alert';
import { PasswordInput } from './password-input';
import type { useForm } from './use-form';

interface NewPasswordProps {
  form: ReturnType<typeof useForm>;
  /** What is said when the link was spent; it takes the place of any other problem. */
  invalid: string | null;
  submit: string;
}

/** The holder of a mailed link chooses his password. */
export function NewPassword({ form, invalid, submit }: NewPasswordProps) {
  const t = useTranslations('auth');
  const problem = invalid ?? form.problem;
  return (
    <form onSubmit={form.onSubmit} className="flex flex-col gap-5" noValidate>
      {problem ? <FormAlert>{problem}</FormAlert> : null}
      <Field
        label={t('newPassword')}
        hint={form.field('password') ? undefined : t('passwordHint')}
        error={form.field('password')}
      >
        <PasswordInput name="password" autoComplete="new-password" autoFocus />
      </Field>
      <Button type="submit" variant="primary" size="large" full pending={form.pending}>
        {submit}
      </Button>
    </form>
  );
}
