'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useProblemText } from '@/components/data/use-problem-text';
import { useCreateUser } from '@/components/data/use-save-user';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { focusInvalid } from './focus-invalid';
import { PersonProfileFields } from './person-profile-fields';
import { PersonWorkFields } from './person-work-fields';
import { usePersonForm } from './use-person-form';

/** Makes a person, who gets a link by mail and chooses the password himself. */
export function NewPersonForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations('people.form');
  const c = useTranslations('common');
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
      {create.error ? (
        <p role="alert" className="rounded-control bg-danger-bg px-3 py-2 text-small text-danger">
          {problem(create.error)}
        </p>
      ) : null}
      <div className="flex justify-end gap-2 pt-2">
        <Button variant="quiet" onClick={onDone}>
          {c('cancel')}
        </Button>
        <Button type="submit" variant="primary" pending={create.isPending}>
          {t('create')}
        </Button>
      </div>
    </form>
  );
}
