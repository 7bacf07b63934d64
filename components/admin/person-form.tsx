'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { toast } from 'sonner';
import { useProblemText } from '@/components/data/use-problem-text';
import { useCreateUser, useEditUser } from '@/components/data/use-save-user';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { LanguagePicker } from '@/components/ui/language-picker';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import type { UserDto } from '@/lib/schemas/person';
import { ROLES } from '@/lib/schemas/values';
import { usePersonForm } from './use-person-form';

interface PersonFormProps {
  person: UserDto | null;
  isMe: boolean;
  onDone: () => void;
}

/** Makes or changes a person. A new one gets a link by mail and chooses the password himself. */
export function PersonForm({ person, isMe, onDone }: PersonFormProps) {
  const t = useTranslations('admin.person');
  const c = useTranslations('common');
  const id = useId();
  const { problem, field } = useProblemText();
  const form = usePersonForm(person);
  const { values, set, staff, broken } = form;
  const create = useCreateUser();
  const edit = useEditUser();
  const error = create.error ?? edit.error;
  const pending = create.isPending || edit.isPending;
  const [tried, setTried] = useState(false);
  const errorOf = (name: keyof typeof broken) => {
    if (tried && broken[name]) return t(`broken.${name}`);
    return field(error, name);
  };

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(broken).some(Boolean)) {
      const target = event.currentTarget;
      requestAnimationFrame(() => target.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    if (!person) {
      create.mutate(form.asNew(), {
        onSuccess: (made) => {
          toast.success(t('made', { name: made.name }), {
            description: t('madeDetail', { email: made.email ?? '' }),
          });
          onDone();
        },
      });
      return;
    }
    const changes = form.asEdit(person);
    if (Object.keys(changes).length === 0) return onDone();
    edit.mutate(
      { id: person.id, ...changes },
      {
        onSuccess: () => {
          toast.success(t('kept', { name: values.name.trim() }));
          onDone();
        },
      },
    );
  };

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <Field label={t('name')} error={errorOf('name')}>
        <Input
          value={values.name}
          maxLength={120}
          autoComplete="off"
          onChange={(event) => set('name', event.target.value)}
        />
      </Field>
      <Field label={t('email')} error={errorOf('email')} hint={person ? undefined : t('emailHint')}>
        <Input
          type="email"
          value={values.email}
          maxLength={254}
          autoComplete="off"
          onChange={(event) => set('email', event.target.value)}
        />
      </Field>
      <Field label={t('role')} hint={isMe ? t('roleMine') : t(`roleHint.${values.role}`)}>
        <Select
          value={values.role}
          onValueChange={(role) => set('role', role)}
          disabled={isMe}
          items={ROLES.toReversed().map((value) => ({ value, label: c(`role.${value}`) }))}
        />
      </Field>
      {staff ? (
        <>
          <fieldset>
            <legend className="mb-1.5 text-ui font-[550]">{t('languages')}</legend>
            <LanguagePicker
              value={values.languages}
              onChange={(languages) => set('languages', languages)}
              addLabel={t('addLanguage')}
            />
            <p className="mt-1.5 text-small text-ink-3">{t('languagesHint')}</p>
          </fieldset>
          <fieldset className="border-t pt-4">
            <legend className="sr-only">{t('limits')}</legend>
            <div className="grid grid-cols-3 items-start gap-3">
              {(['capacity', 'capacity_calls', 'capacity_total'] as const).map((name) => (
                <Field key={name} label={t(name)} error={errorOf(name)}>
                  <Input
                    inputMode="numeric"
                    value={values[name]}
                    maxLength={4}
                    placeholder={name === 'capacity_total' ? t('noLimit') : person ? undefined : t('usual')}
                    onChange={(event) => set(name, event.target.value)}
                    className="tabular"
                  />
                </Field>
              ))}
            </div>
            <p className="mt-2 text-small text-ink-3 text-pretty">{t('limitsHint')}</p>
          </fieldset>
        </>
      ) : null}
      {person ? (
        <div className="flex items-center justify-between gap-4 border-t pt-4">
          <div>
            <p id={`${id}-active`} className="text-ui font-[550]">
              {t('active')}
            </p>
            <p id={`${id}-active-hint`} className="text-small text-ink-3 text-pretty">
              {isMe ? t('activeMine') : values.is_active ? t('activeHint') : t('inactiveHint')}
            </p>
          </div>
          <Switch
            checked={values.is_active}
            disabled={isMe}
            onCheckedChange={(on) => set('is_active', on)}
            aria-labelledby={`${id}-active`}
            aria-describedby={`${id}-active-hint`}
          />
        </div>
      ) : null}
      {error ? (
        <p role="alert" className="rounded-control bg-danger-bg px-3 py-2 text-small text-danger">
          {problem(error)}
        </p>
      ) : null}
      <div className="flex justify-end gap-2 pt-2">
        <Button variant="quiet" onClick={onDone}>
          {c('cancel')}
        </Button>
        <Button type="submit" variant="primary" pending={pending}>
          {person ? c('save') : t('create')}
        </Button>
      </div>
    </form>
  );
}
