'use client';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { useCustomerNote } from '@/components/data/use-customers';
import { useProblemText } from '@/components/data/use-problem-text';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { RelativeTime } from '@/components/ui/relative-time';
import { Textarea } from '@/components/ui/textarea';
import type { CustomerNoteDto } from '@/lib/schemas/customer-note';
import { useStaff } from './desk-context';

interface CustomerNotesProps {
  customerId: string;
  notes: readonly CustomerNoteDto[];
}

/** What colleagues wrote down about a customer, newest first, and a place for one more. He never sees them. */
export function CustomerNotes({ customerId, notes }: CustomerNotesProps) {
  const t = useTranslations('customers.notes');
  const [writing, setWriting] = useState(false);
  const add = useRef<HTMLButtonElement>(null);
  const done = () => {
    setWriting(false);
    requestAnimationFrame(() => add.current?.focus());
  };
  return (
    <div className="flex flex-col gap-2">
      {notes.length > 0 ? (
        <ul className="flex flex-col gap-2">
          {notes.map((note) => (
            <Note key={note.id} customerId={customerId} note={note} />
          ))}
        </ul>
      ) : null}
      {writing ? (
        <NoteForm customerId={customerId} onDone={done} />
      ) : (
        <div>
          <Button
            ref={add}
            variant="quiet"
            size="small"
            icon={<Plus aria-hidden className="size-3.5" />}
            onClick={() => setWriting(true)}
          >
            {t('add')}
          </Button>
        </div>
      )}
    </div>
  );
}

function Note({ customerId, note }: { customerId: string; note: CustomerNoteDto }) {
  const t = useTranslations('customers.notes');
  const { me } = useStaff();
  const [state, setState] = useState<'shown' | 'edited' | 'leaving'>('shown');
  if (state === 'edited')
    return (
      <li>
        <NoteForm customerId={customerId} note={note} onDone={() => setState('shown')} />
      </li>
    );
  const mayChange = note.author.id === me.id || me.role === 'admin';
  return (
    <li className="rounded-control border border-note-line bg-note px-3 py-2">
      <p dir="auto" className="text-small whitespace-pre-wrap text-ink wrap-anywhere">
        {note.body}
      </p>
      <div className="flex min-h-6 items-center gap-1.5 text-micro text-ink-3">
        <bdi className="truncate">{note.author.name}</bdi>
        <span aria-hidden>·</span>
        <RelativeTime value={note.created_at} className="shrink-0" />
        {note.edited_at ? <span className="shrink-0">{t('edited')}</span> : null}
        {mayChange ? (
          <span className="-me-2 ms-auto -my-1 flex shrink-0">
            <IconButton
              label={t('edit')}
              icon={<Pencil aria-hidden className="size-3.5" />}
              onClick={() => setState('edited')}
            />
            <IconButton
              label={t('remove')}
              icon={<Trash2 aria-hidden className="size-3.5" />}
              aria-expanded={state === 'leaving'}
              onClick={() => setState(state === 'leaving' ? 'shown' : 'leaving')}
            />
          </span>
        ) : null}
      </div>
      {state === 'leaving' ? (
        <Removal customerId={customerId} note={note} onStay={() => setState('shown')} />
      ) : null}
    </li>
  );
}

/** Asks in the note's own place: it is gone for good. */
function Removal({
  customerId,
  note,
  onStay,
}: {
  customerId: string;
  note: CustomerNoteDto;
  onStay: () => void;
}) {
  const t = useTranslations('customers.notes');
  const c = useTranslations('common');
  const { problem } = useProblemText();
  const act = useCustomerNote(customerId);
  return (
    <div className="flex flex-col gap-1.5 pt-1.5">
      {act.error ? (
        <p role="alert" className="text-small text-danger">
          {problem(act.error)}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button
          variant="danger"
          size="small"
          autoFocus
          pending={act.isPending}
          onClick={() => act.mutate({ id: note.id })}
        >
          {t('removeNow')}
        </Button>
        <Button size="small" onClick={onStay}>
          {c('cancel')}
        </Button>
      </div>
    </div>
  );
}

interface NoteFormProps {
  customerId: string;
  note?: CustomerNoteDto;
  onDone: () => void;
}

function NoteForm({ customerId, note, onDone }: NoteFormProps) {
  const t = useTranslations('customers.notes');
  const c = useTranslations('common');
  const { problem, field } = useProblemText();
  const act = useCustomerNote(customerId);
  const form = useRef<HTMLFormElement>(null);
  const hint = useId();
  const [body, setBody] = useState(note?.body ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (act.isPending) return;
    act.mutate({ body, ...(note && { id: note.id }) }, { onSuccess: onDone });
  };
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onDone();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const wrong = field(act.error, 'body');
  return (
    <form ref={form} noValidate onSubmit={submit} className="flex flex-col gap-2">
      <Field label={<span className="sr-only">{t('body')}</span>} error={wrong}>
        <Textarea
          value={body}
          rows={3}
          maxLength={4_000}
          autoFocus
          aria-describedby={hint}
          placeholder={t('placeholder')}
          onChange={(event) => setBody(event.target.value)}
          onKeyDown={keys}
          className="max-h-72 bg-note"
        />
      </Field>
      {act.error && !wrong ? (
        <p role="alert" className="text-small text-danger">
          {problem(act.error)}
        </p>
      ) : null}
      <p id={hint} className="text-micro text-ink-3">
        {t('hint')}
      </p>
      <div className="flex gap-2">
        <Button type="submit" variant="primary" size="small" pending={act.isPending}>
          {note ? c('save') : t('save')}
        </Button>
        <Button variant="quiet" size="small" onClick={onDone}>
          {c('cancel')}
        </Button>
      </div>
    </form>
  );
}
