'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useCreateKey } from '@/components/data/use-keys';
import { useProblemText } from '@/components/data/use-problem-text';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormAlert } from '@/components/ui/form-alert';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { KEY_SCOPES } from '@/lib/schemas/key';
import { PersonPicker } from '../person-picker';
import { CopyButton } from './copy-button';

interface KeyDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  me: { id: string; name: string };
}

/** Makes a key, then shows it: this once. */
export function KeyDialog({ open, onOpenChange, me }: KeyDialogProps) {
  const t = useTranslations('developers');
  const [secret, setSecret] = useState<string | null>(null);
  const close = (next: boolean) => {
    onOpenChange(next);
    if (!next) setSecret(null);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={close}
      title={t(secret ? 'shown' : 'new')}
      description={t(secret ? 'shownDetail' : 'newDetail')}
    >
      {secret ? (
        <div className="flex flex-col gap-4">
          <div className="flex items-start gap-2 rounded-control bg-sunken p-3">
            <code className="min-w-0 flex-1 break-all pt-1 font-mono text-small text-ink">{secret}</code>
            <CopyButton text={secret} />
          </div>
          <Button variant="primary" className="self-end" onClick={() => close(false)}>
            {t('done')}
          </Button>
        </div>
      ) : (
        <KeyForm me={me} onMade={setSecret} />
      )}
    </Dialog>
  );
}

function KeyForm({ me, onMade }: { me: KeyDialogProps['me']; onMade: (secret: string) => void }) {
  const t = useTranslations('developers');
  const { problem, field } = useProblemText();
  const create = useCreateKey();
  const [name, setName] = useState('');
  const [scope, setScope] = useState<(typeof KEY_SCOPES)[number]>('read');
  const [person, setPerson] = useState(me.id);
  const [tried, setTried] = useState(false);
  const isNameless = name.trim() === '';
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (isNameless) return event.currentTarget.querySelector('input')?.focus();
    create.mutate({ name, scope, person }, { onSuccess: ({ key }) => onMade(key) });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {create.error ? <FormAlert>{problem(create.error)}</FormAlert> : null}
      <Field
        label={t('name')}
        hint={t('nameHint')}
        error={tried && isNameless ? t('nameMissing') : field(create.error, 'name')}
      >
        <Input
          value={name}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field label={t('rights')}>
        <Select
          value={scope}
          onValueChange={setScope}
          items={KEY_SCOPES.map((value) => ({ value, label: t(`scope.${value}`) }))}
        />
      </Field>
      <Field label={t('person')} hint={t('personHint')}>
        <PersonPicker
          label={t('person')}
          value={person}
          onPick={setPerson}
          before={[{ value: me.id, label: t('me', { name: me.name }) }]}
          without={me.id}
        />
      </Field>
      <Button type="submit" variant="primary" pending={create.isPending} className="self-end">
        {t('create')}
      </Button>
    </form>
  );
}
