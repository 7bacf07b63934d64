'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useProblemText } from '@/components/data/use-problem-text';
import { useCreateWebsite } from '@/components/data/use-websites';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormAlert } from '@/components/ui/form-alert';
import { Input } from '@/components/ui/input';
import { toast } from '@/components/ui/toast';
import { focusInvalid } from '../focus-invalid';
import { OriginsField, originsIn } from './origins-field';

/** A name and where it is; all else has a good default, and stands on its page. */
export function NewWebsite({ onCancel }: { onCancel: () => void }) {
  const t = useTranslations('websites');
  const c = useTranslations('common');
  const { problem, field } = useProblemText();
  const router = useRouter();
  const create = useCreateWebsite();
  const [name, setName] = useState('');
  const [origins, setOrigins] = useState('');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const target = event.currentTarget;
    create.mutate(
      { name: name.trim(), origins: originsIn(origins) },
      {
        onSuccess: (made) => {
          toast.success(t('made', { name: made.name }));
          router.push(`/admin/channels/chat/${made.id}`);
        },
        onError: () => focusInvalid(target),
      },
    );
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <Field label={t('name')} hint={t('nameHint')} error={field(create.error, 'name')}>
        <Input dir="auto" maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <OriginsField value={origins} onChange={setOrigins} error={field(create.error, 'origins')} />
      {create.error ? <FormAlert>{problem(create.error)}</FormAlert> : null}
      <div className="flex flex-wrap justify-end gap-2 pt-2">
        <Button variant="quiet" onClick={onCancel}>
          {c('cancel')}
        </Button>
        <Button type="submit" variant="primary" pending={create.isPending}>
          {t('create')}
        </Button>
      </div>
    </form>
  );
}
