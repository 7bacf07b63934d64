'use client';
import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { ROLES } from '@/lib/schemas/values';
import type { PersonFieldsProps } from './person-work-fields';

/** Who somebody is. */
export function PersonProfileFields({
  form,
  errorOf,
  isNew = false,
  isMe = false,
}: PersonFieldsProps & { isMe?: boolean }) {
  const t = useTranslations('people.form');
  const c = useTranslations('common');
  const { values, set } = form;
  return (
    <>
      <Field label={t('name')} error={errorOf('name')}>
        <Input
          value={values.name}
          maxLength={120}
          autoComplete="off"
          dir="auto"
          onChange={(event) => set('name', event.target.value)}
        />
      </Field>
      <Field label={t('email')} error={errorOf('email')} hint={isNew ? t('emailHint') : undefined}>
        <Input
          type="email"
          value={values.email}
          maxLength={254}
          autoComplete="off"
          disabled={isMe}
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
    </>
  );
}
