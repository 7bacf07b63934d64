'use client';
import { useFormatter, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { ApiError } from '@/components/data/api-error';
import { useSplit } from '@/components/data/use-lifecycle';
import { useTicket } from '@/components/data/use-ticket';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormAlert } from '@/components/ui/form-alert';
import { FormFoot } from '@/components/ui/form-foot';
import { Input } from '@/components/ui/input';
import { RadioList } from '@/components/ui/radio-list';
import { Tick } from '@/components/ui/tick';
import { toast } from '@/components/ui/toast';
import type { SplitInput } from '@/lib/schemas/lifecycle';
import type { TicketDto } from '@/lib/schemas/ticket';
import { useDesk } from '../desk-context';
import { useMergeProblem } from './use-merge-problem';

interface SplitDialogProps {
  ticket: TicketDto;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function SplitDialog({ ticket, open, onOpenChange }: SplitDialogProps) {
  const t = useTranslations('lifecycle.split');
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('title', { number: String(ticket.number) })}
      description={t('description')}
    >
      <SplitForm ticket={ticket} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function SplitForm({ ticket, onDone }: { ticket: TicketDto; onDone: () => void }) {
  const t = useTranslations('lifecycle.split');
  const m = useTranslations('lifecycle.message');
  const c = useTranslations('common');
  const format = useFormatter();
  const { go } = useDesk();
  const problem = useMergeProblem();
  const split = useSplit(ticket);
  const messages = useTicket(ticket.number).data?.messages ?? [];
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [mode, setMode] = useState<SplitInput['mode']>('move');
  const [subject, setSubject] = useState('');
  const rule = split.error instanceof ApiError ? split.error.fields.messages?.[0] : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const named = subject.trim() === '' ? {} : { subject: subject.trim() };
    split.mutate(
      { messages: [...chosen], mode, ...named },
      {
        onSuccess: (made) => {
          onDone();
          go(made.number);
          toast.success(t('done', { number: String(made.number) }));
        },
      },
    );
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <fieldset className="min-w-0">
        <legend className="mb-1.5 text-ui font-[550]">{t('messages')}</legend>
        <ul className="scrolling max-h-64 divide-y divide-line rounded-control border">
          {messages.map((message) => (
            <li key={message.id}>
              <Tick
                checked={chosen.includes(message.id)}
                onChange={(checked) =>
                  setChosen(checked ? [...chosen, message.id] : chosen.filter((one) => one !== message.id))
                }
                className="cursor-pointer px-3 py-2 hover:bg-hover"
              >
                <span className="flex items-baseline gap-2 text-micro text-ink-3">
                  <bdi className="text-ink-2">{message.author.name}</bdi>
                  {message.is_internal ? <span className="text-note-ink">{m('note')}</span> : null}
                  <span>{format.dateTime(new Date(message.created_at), { dateStyle: 'short' })}</span>
                </span>
                <span dir="auto" className="line-clamp-2 text-small">
                  {message.body || m('removed')}
                </span>
              </Tick>
            </li>
          ))}
        </ul>
      </fieldset>
      <div>
        <p className="mb-1 text-ui font-[550]">{t('mode')}</p>
        <RadioList
          label={t('mode')}
          value={mode}
          onValueChange={setMode}
          items={(['move', 'copy'] as const).map((value) => ({
            value,
            label: t(value),
            hint: t(`${value}Hint`),
          }))}
        />
      </div>
      <Field label={t('subject')} mark={c('optional')} hint={t('subjectHint')}>
        <Input value={subject} maxLength={200} onChange={(event) => setSubject(event.target.value)} />
      </Field>
      {split.error ? (
        <FormAlert>
          {rule && t.has(rule as never) ? t(rule as 'first_message') : problem(split.error)}
        </FormAlert>
      ) : null}
      <FormFoot
        submit={t('submit', { count: chosen.length })}
        disabled={chosen.length === 0}
        pending={split.isPending}
        onCancel={onDone}
      />
    </form>
  );
}
