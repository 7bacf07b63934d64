'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useProblemText } from '@/components/data/use-problem-text';
import { useCreateUser } from '@/components/data/use-save-user';
import { FormAlert } from '@/components/ui/form-alert';
import { FormFoot } from '@/components/ui/form-foot';
import { toast } from '@/components/ui/toast';
import { focusInvalid } from './focus-invalid';
import { PersonProfileFields } from './person-profile-fields';
import { PersonWorkFields } from './person-work-fields';
import { usePersonForm } from './use-person-form';

/** Makes a person, who gets a link by mail and chooses the password himself. */
export function NewPersonForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations('people.form');
  const { problem, field } = useProblemText();
  const form = usePersonForm(null);
  const create = useCreateUser();
  const [tried, setTried] = useState(false);
  const errorOf = (name: string) =>
    tried && form.broken[name as keyof typeof form.broken]
      ? t(`broken.${name as keyof typeof form.broken}`)
      : field(create.error, name);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(form.broken).some(Boolean)) return focusInvalid(event.currentTarget);
    create.mutate(form.asNew(), {
      onSuccess: (made) => {
        toast.success(t('made', { name: made.name }), {
          description: t('madeDetail', { email: made.email ?? '' }),
        });
        onDone();
      },
    });
  };

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <PersonProfileFields form={form} errorOf={errorOf} isNew />
      {form.staff ? <PersonWorkFields form={form} errorOf={errorOf} isNew /> : null}
      {create.error ? <FormAlert>{problem(create.error)}</FormAlert> : null}
      <FormFoot submit={t('create')} pending={create.isPending} onCancel={onDone} />
    </form>
  );
}
