'use client';
import { ArrowLeft, Shuffle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useSendLabMail } from '@/components/data/use-lab-mail';
import { useProblemText } from '@/components/data/use-problem-text';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormAlert } from '@/components/ui/form-alert';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import type { LabMailDto } from '@/lib/schemas/lab-mail';

interface LetterFormProps {
  customer: LabMailDto['customers'][number];
  to: string;
  onDone: () => void;
}

/** A new mail to the house; what this customer might write stands in it already. */
export function LetterForm({ customer, to, onDone }: LetterFormProps) {
  const t = useTranslations('lab.mailbox');
  const { problem } = useProblemText();
  const send = useSendLabMail();
  const [at, setAt] = useState(0);
  const [letter, setLetter] = useState(customer.letters[0]!);
  const another = () => {
    const next = (at + 1) % customer.letters.length;
    setAt(next);
    setLetter(customer.letters[next]!);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate({ customer: customer.email, ...letter }, { onSuccess: onDone });
  };
  return (
    <form onSubmit={submit} className="scrolling flex min-h-0 flex-1 flex-col gap-3 px-4 pt-2 pb-4">
      <div className="-mx-2 flex items-center gap-1">
        <IconButton
          label={t('back')}
          icon={<ArrowLeft aria-hidden className="size-4 rtl:-scale-x-100" />}
          onClick={onDone}
        />
        <p className="min-w-0 flex-1 truncate text-small text-ink-2">
          {t.rich('to', { to, bdi: (text) => <bdi dir="ltr">{text}</bdi> })}
        </p>
        <Button
          size="small"
          variant="quiet"
          icon={<Shuffle aria-hidden className="size-4" />}
          onClick={another}
        >
          {t('another')}
        </Button>
      </div>
      <Field label={t('subject')}>
        <Input
          dir="auto"
          maxLength={250}
          required
          value={letter.subject}
          onChange={(event) => setLetter({ ...letter, subject: event.target.value })}
        />
      </Field>
      <Field label={t('text')} className="flex flex-1 flex-col gap-1.5">
        <Textarea
          dir="auto"
          rows={8}
          maxLength={10_000}
          required
          value={letter.body}
          onChange={(event) => setLetter({ ...letter, body: event.target.value })}
        />
      </Field>
      {send.error ? <FormAlert>{problem(send.error)}</FormAlert> : null}
      <Button type="submit" variant="primary" pending={send.isPending}>
        {t('send')}
      </Button>
    </form>
  );
}
