'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useProblemText } from '@/components/data/use-problem-text';
import { useTeams } from '@/components/data/use-teams';
import { useCreateView, useEditView } from '@/components/data/use-views';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormAlert } from '@/components/ui/form-alert';
import { FormFoot } from '@/components/ui/form-foot';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { may } from '@/lib/rules/permissions';
import type { CreateViewInput, ViewDto } from '@/lib/schemas/view';
import { useStaff } from './desk-context';

type Content = Pick<CreateViewInput, 'filter' | 'sort' | 'group' | 'columns'>;
interface ViewDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Of a new view. */
  content?: Content;
  /** The view whose name and owner are changed. */
  view?: ViewDto;
  onSaved?: (key: string) => void;
}

/** The dialog itself: see `view-dialog.tsx`, which brings this file when it is opened. */
export function ViewDialogPart({ open, onOpenChange, ...form }: ViewDialogProps) {
  const t = useTranslations('views.dialog');
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t(form.view ? 'editTitle' : 'title')}>
      <ViewForm {...form} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

const ME = 'me';
const ALL = 'all';

function ViewForm({
  content,
  view,
  onSaved,
  onDone,
}: Pick<ViewDialogProps, 'content' | 'view' | 'onSaved'> & { onDone: () => void }) {
  const t = useTranslations('views.dialog');
  const { me } = useStaff();
  const { problem } = useProblemText();
  const mayShare = may(me, 'view.edit_any');
  const teams = useTeams({ enabled: mayShare }).data ?? [];
  const create = useCreateView();
  const edit = useEditView();
  const [name, setName] = useState(view?.name ?? '');
  const [whose, setWhose] = useState(view ? (view.team?.id ?? (view.owner === 'all' ? ALL : ME)) : ME);
  const [tried, setTried] = useState(false);
  const { error } = view ? edit : create;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    // a form inside a menu or list must not reach what is around it
    event.stopPropagation();
    setTried(true);
    if (!name.trim()) return;
    const owner =
      whose === ME || whose === ALL
        ? ({ owner: whose, team: null } as const)
        : ({ owner: 'team', team: whose } as const);
    const onSuccess = (saved: ViewDto) => {
      onDone();
      onSaved?.(saved.key);
    };
    if (view) edit.mutate({ key: view.key, name: name.trim(), ...owner }, { onSuccess });
    else if (content) create.mutate({ ...content, name: name.trim(), ...owner }, { onSuccess });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <Field label={t('name')} error={tried && !name.trim() ? t('nameRequired') : undefined}>
        <Input value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
      </Field>
      {mayShare ? (
        <Field label={t('whose')} hint={t('whoseHint')}>
          <Select
            value={whose}
            onValueChange={setWhose}
            items={[
              { value: ME, label: t('me') },
              ...teams.map((team) => ({ value: team.id, label: t('team', { name: team.name }) })),
              { value: ALL, label: t('all') },
            ]}
          />
        </Field>
      ) : null}
      {error ? <FormAlert>{problem(error)}</FormAlert> : null}
      <FormFoot submit={t('save')} pending={create.isPending || edit.isPending} onCancel={onDone} />
    </form>
  );
}
