'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { ApiError } from '@/components/data/api-error';
import { useCreateTicket } from '@/components/data/use-create-ticket';
import { useProblemText } from '@/components/data/use-problem-text';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormAlert } from '@/components/ui/form-alert';
import { FormFoot } from '@/components/ui/form-foot';
import { Input } from '@/components/ui/input';
import { LanguagePicker } from '@/components/ui/language-picker';
import { PriorityGlyph } from '@/components/ui/priority-glyph';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast';
import { PRIORITIES, type Priority } from '@/lib/schemas/values';
import { type Customer, CustomerPicker } from './customer-picker';
import { useStaff } from './desk-context';
import { TopicSelect } from './topic-select';

/** How it reached a person at a desk. */
const BY_HAND = ['CALL', 'EMAIL', 'WEB'] as const;
type ByHand = (typeof BY_HAND)[number];

interface NewTicketDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What the subject begins with. */
  subject?: string;
}

/** The dialog itself: see `new-ticket-dialog.tsx`, which brings this file when it is opened. */
export function NewTicketPart({ open, onOpenChange, subject = '' }: NewTicketDialogProps) {
  const t = useTranslations('desk.create');
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('title')} description={t('description')}>
      <NewTicketForm begun={subject} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function NewTicketForm({ begun, onDone }: { begun: string; onDone: () => void }) {
  const t = useTranslations('desk.create');
  const c = useTranslations('common');
  const { go } = useStaff();
  const { problem } = useProblemText();
  const create = useCreateTicket();
  const [customer, setCustomer] = useState<Customer | null>(null);
  const [subject, setSubject] = useState(begun);
  const [description, setDescription] = useState('');
  const [channel, setChannel] = useState<ByHand>('CALL');
  const [priority, setPriority] = useState<Priority>('MEDIUM');
  const [topic, setTopic] = useState('');
  const [languages, setLanguages] = useState<string[]>([]);
  const [tried, setTried] = useState(false);

  const refused = create.error instanceof ApiError ? create.error.fields : {};
  const missing = (text: string) => (tried && text.trim() === '' ? t('required') : undefined);
  const errors = {
    customer: tried && !customer ? t('customerRequired') : refused.customer && t('customerRefused'),
    subject: missing(subject) ?? (refused.subject && t('refused')),
    description: missing(description) ?? (refused.description && t('refused')),
  };

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (!customer || !subject.trim() || !description.trim()) {
      const form = event.currentTarget;
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    create.mutate(
      {
        customer: customer.id,
        subject: subject.trim(),
        description,
        channel,
        priority,
        topic: topic.trim() || null,
        languages,
      },
      {
        onSuccess: (ticket) => {
          onDone();
          toast.success(t('done', { number: String(ticket.number) }));
          go(ticket.number);
        },
      },
    );
  };

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <Field label={t('customer')} error={errors.customer}>
        <CustomerPicker value={customer} onChange={setCustomer} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('channel')}>
          <Select
            value={channel}
            onValueChange={setChannel}
            items={BY_HAND.map((value) => ({ value, label: c(`channel.${value}`) }))}
          />
        </Field>
        <Field label={t('priority')}>
          <Select
            value={priority}
            onValueChange={setPriority}
            items={PRIORITIES.map((value) => ({
              value,
              label: c(`priority.${value}`),
              icon: <PriorityGlyph priority={value} />,
            }))}
          />
        </Field>
      </div>
      <Field label={t('subject')} error={errors.subject}>
        <Input
          value={subject}
          dir="auto"
          maxLength={200}
          onChange={(event) => setSubject(event.target.value)}
        />
      </Field>
      <Field label={t('text')} error={errors.description} hint={t('textHint')}>
        <Textarea
          rows={5}
          dir="auto"
          value={description}
          maxLength={50_000}
          onChange={(event) => setDescription(event.target.value)}
          className="max-h-[40dvh]"
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('topic')} mark={c('optional')}>
          <TopicSelect value={topic} onChange={setTopic} noneLabel={c('none')} />
        </Field>
        <fieldset className="flex flex-col gap-1.5">
          <legend className="mb-1.5 flex items-baseline gap-2 text-ui font-[550]">
            {t('languages')}
            <span className="text-micro text-ink-3">{c('optional')}</span>
          </legend>
          <LanguagePicker value={languages} onChange={setLanguages} addLabel={t('addLanguage')} />
        </fieldset>
      </div>
      {create.error ? <FormAlert>{problem(create.error)}</FormAlert> : null}
      <FormFoot submit={t('submit')} pending={create.isPending} onCancel={onDone} />
    </form>
  );
}
