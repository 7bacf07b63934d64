'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useProblemText } from '@/components/data/use-problem-text';
import { useEditUser } from '@/components/data/use-save-user';
import { toast } from '@/components/ui/toast';
import type { UserDto } from '@/lib/schemas/person';
import { focusInvalid } from './focus-invalid';
import { FormSection } from './form-section';
import { PersonProfileFields } from './person-profile-fields';
import { PersonWorkFields } from './person-work-fields';
import { SaveBar } from './save-bar';
import { usePersonForm } from './use-person-form';

/** Profile and work of somebody. Sends what was changed alone. */
export function PersonEdit({ person, isMe }: { person: UserDto; isMe: boolean }) {
  const t = useTranslations('people');
  const { problem, field } = useProblemText();
  const form = usePersonForm(person);
  const edit = useEditUser();
  const [tried, setTried] = useState(false);
  const errorOf = (name: string) =>
    tried && form.broken[name as keyof typeof form.broken]
      ? t(`form.broken.${name as keyof typeof form.broken}`)
      : field(edit.error, name);

  const discard = () => {
    form.reset();
    edit.reset();
    setTried(false);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    const target = event.currentTarget;
    if (Object.values(form.broken).some(Boolean)) return focusInvalid(target);
    edit.mutate(
      { id: person.id, ...form.asEdit() },
      {
        onSuccess: (kept) => {
          toast.success(t('page.saved', { name: kept.name }));
          discard();
        },
        onError: () => focusInvalid(target),
      },
    );
  };

  return (
    <form noValidate onSubmit={submit} className="mt-8">
      <FormSection title={t('page.profile')}>
        <PersonProfileFields form={form} errorOf={errorOf} isMe={isMe} />
      </FormSection>
      {form.staff ? (
        <FormSection
          title={t('page.work')}
          detail={`${t('page.workDetail', { name: person.name })} ${t('page.holds', { tickets: person.load + person.load_calls })}`}
        >
          <PersonWorkFields form={form} errorOf={errorOf} />
        </FormSection>
      ) : null}
      <SaveBar
        dirty={form.dirty}
        pending={edit.isPending}
        problem={edit.error ? problem(edit.error) : undefined}
        onDiscard={discard}
      />
    </form>
  );
}
