'use client';
import { ArrowLeft } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { useCreateCannedReply, useEditCannedReply } from '@/components/data/use-canned-replies';
import { useProblemText } from '@/components/data/use-problem-text';
import { useSettings } from '@/components/data/use-settings';
import { useTeams } from '@/components/data/use-teams';
import { useTopics } from '@/components/data/use-topics';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { RelativeTime } from '@/components/ui/relative-time';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import { variableValues } from '@/lib/rules/fill-variables';
import { may } from '@/lib/rules/permissions';
import type { CannedReplyDto } from '@/lib/schemas/canned-reply';
import type { MeDto } from '@/lib/schemas/person';
import { CannedReplyActions } from './canned-reply-actions';
import { CannedReplyBodies } from './canned-reply-bodies';
import { SaveBar } from './save-bar';

export type Me = Pick<MeDto, 'id' | 'name' | 'role'>;

interface CannedReplyEditorProps {
  /** Null: a new one. */
  reply: CannedReplyDto | null;
  folders: string[];
  me: Me;
  onClose: () => void;
}

const NO_TOPIC = 'none';
const EVERYBODY = 'everybody';
const MINE = 'mine';

const valuesOf = (reply: CannedReplyDto | null, mine: boolean) => ({
  title: reply?.title ?? '',
  short_code: reply?.short_code ?? '',
  folder: reply?.folder ?? '',
  topic: reply?.topic ?? NO_TOPIC,
  audience: reply?.owner || (reply === null && mine) ? MINE : (reply?.team?.id ?? EVERYBODY),
  bodies: reply?.bodies ?? { en: '' },
  actions: reply?.actions ?? {},
});

/** One reply: what it is called, who may use it, and its text in each language with a live preview. */
export function CannedReplyEditor({ reply, folders, me, onClose }: CannedReplyEditorProps) {
  const t = useTranslations('workspace.canned');
  const { problem, field } = useProblemText();
  const id = useId();
  const { active, nameOf } = useTopics();
  const teams = useTeams().data ?? [];
  const workspace = useSettings().data?.workspace_name ?? '';
  const create = useCreateCannedReply();
  const edit = useEditCannedReply();
  const forAll = may(me, 'canned_reply.edit_any');
  const mayEdit = forAll || reply === null || reply.owner?.id === me.id;
  const [values, setValues] = useState(() => valuesOf(reply, !forAll));
  const error = create.error ?? edit.error;
  const set = (part: Partial<typeof values>) => setValues((now) => ({ ...now, ...part }));
  const dirty = JSON.stringify(values) !== JSON.stringify(valuesOf(reply, !forAll));
  const topics = new Map(active.map(({ key, name }) => [key, name]));
  if (values.topic !== NO_TOPIC) topics.set(values.topic, nameOf(values.topic));
  const sample = variableValues({
    ...{
      customer: { name: t('sample.customer'), email: 'dora.klein@example.com' },
      agent: { name: me.name },
      workspace,
    },
    ticket: { number: 1042, subject: t('sample.subject') },
  });

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const input = {
      title: values.title,
      short_code: values.short_code,
      folder: values.folder.trim() || null,
      topic: values.topic === NO_TOPIC ? null : values.topic,
      // a language without a word is none
      bodies: Object.fromEntries(Object.entries(values.bodies).filter(([, body]) => body.trim() !== '')),
      actions: values.actions,
      ...(reply?.owner ? {} : { team: [EVERYBODY, MINE].includes(values.audience) ? null : values.audience }),
    };
    const onSuccess = (saved: CannedReplyDto) => {
      toast.success(t('saved', { name: saved.title }));
      onClose();
    };
    if (reply) edit.mutate({ id: reply.id, ...input }, { onSuccess });
    else create.mutate({ team: null, ...input, is_personal: values.audience === MINE }, { onSuccess });
  };
  const archive = (is_archived: boolean) =>
    reply &&
    edit.mutate(
      { id: reply.id, is_archived },
      {
        onSuccess: () => {
          toast.success(t(is_archived ? 'archivedOne' : 'restoredOne', { name: reply.title }));
          onClose();
        },
      },
    );

  return (
    <form noValidate onSubmit={submit} className="max-w-240">
      <Button
        variant="quiet"
        className="-ms-2.5"
        icon={<ArrowLeft aria-hidden className="size-4 rtl:-scale-x-100" />}
        onClick={onClose}
      >
        {t('back')}
      </Button>
      <div className="mt-2 flex flex-wrap items-end justify-between gap-4">
        <div className="min-w-0">
          <h1 className="text-display [overflow-wrap:anywhere]">{reply ? reply.title : t('new')}</h1>
          {reply ? (
            <p className="mt-1 text-small text-ink-3">
              {t('used', { count: reply.use_count })}
              {reply.last_used_at ? (
                <>
                  {' · '}
                  {t('lastUsed')} <RelativeTime value={reply.last_used_at} form="full" />
                </>
              ) : null}
              {' · '}
              {reply.updated_by ? t('editedBy', { name: reply.updated_by.name }) : t('edited')}{' '}
              <RelativeTime value={reply.updated_at} form="full" />
            </p>
          ) : null}
        </div>
        {reply && mayEdit ? (
          <Button variant="quiet" onClick={() => archive(!reply.is_archived)}>
            {t(reply.is_archived ? 'restore' : 'archive')}
          </Button>
        ) : null}
      </div>
      {mayEdit ? null : <p className="mt-4 text-small text-ink-2">{t('readOnly')}</p>}
      <fieldset disabled={!mayEdit} className="contents">
        <div className="mt-6 grid gap-4 sm:grid-cols-2">
          <Field label={t('name')} error={field(error, 'title')}>
            <Input
              value={values.title}
              maxLength={120}
              autoComplete="off"
              onChange={(event) => set({ title: event.target.value })}
            />
          </Field>
          <Field label={t('shortCode')} hint={t('shortCodeHint')} error={field(error, 'short_code')}>
            <div className="flex items-center gap-1.5">
              <span aria-hidden className="font-mono text-ui text-ink-3">
                /
              </span>
              <Input
                value={values.short_code}
                maxLength={40}
                autoComplete="off"
                spellCheck={false}
                onChange={(event) =>
                  set({ short_code: event.target.value.toLowerCase().replace(/[^a-z0-9-]/g, '-') })
                }
                className="font-mono"
              />
            </div>
          </Field>
          <Field label={t('folder')} error={field(error, 'folder')}>
            <Input
              value={values.folder}
              maxLength={60}
              autoComplete="off"
              list={`${id}-folders`}
              onChange={(event) => set({ folder: event.target.value })}
            />
          </Field>
          <datalist id={`${id}-folders`}>
            {folders.map((folder) => (
              <option key={folder} value={folder} />
            ))}
          </datalist>
          <Field label={t('topic')} hint={t('topicHint')} error={field(error, 'topic')}>
            <Select
              value={values.topic}
              onValueChange={(topic) => set({ topic })}
              items={[
                { value: NO_TOPIC, label: t('anyTopic') },
                ...[...topics].map(([value, label]) => ({ value, label })),
              ]}
            />
          </Field>
          <Field label={t('audience')} error={field(error, 'team')}>
            <Select
              value={values.audience}
              onValueChange={(audience) => set({ audience })}
              disabled={Boolean(reply?.owner) || !forAll}
              items={[
                ...(reply?.owner || (reply === null && !forAll)
                  ? []
                  : [{ value: EVERYBODY, label: t('everybody') }]),
                ...(reply?.owner
                  ? []
                  : teams.map((team) => ({ value: team.id, label: t('teamOf', { name: team.name }) }))),
                ...(reply === null || reply.owner
                  ? [
                      {
                        value: MINE,
                        label: reply?.owner ? t('ownOf', { name: reply.owner.name }) : t('mine'),
                      },
                    ]
                  : []),
              ]}
            />
          </Field>
        </div>
        <CannedReplyBodies
          bodies={values.bodies}
          sample={sample}
          errorOf={(language) => field(error, `bodies.${language}`) ?? field(error, 'bodies')}
          onChange={(bodies) => set({ bodies })}
        />
        <CannedReplyActions
          actions={values.actions}
          onChange={(actions) => set({ actions })}
          errorOf={(name) => field(error, `actions.${name}`)}
        />
      </fieldset>
      <SaveBar
        dirty={dirty}
        pending={create.isPending || edit.isPending}
        problem={error ? problem(error) : undefined}
        onDiscard={() => {
          create.reset();
          edit.reset();
          setValues(valuesOf(reply, !forAll));
        }}
      />
    </form>
  );
}
