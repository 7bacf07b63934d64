'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useAnswerMail } from '@/components/data/use-mailbox';
import { useProblemText } from '@/components/data/use-problem-text';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormAlert } from '@/components/ui/form-alert';
import { Textarea } from '@/components/ui/textarea';

/** What the reader of a mail would answer: it goes to the house by SMTP, as from any mail program. */
export function MailAnswer({ id, to }: { id: string; to: string }) {
  const t = useTranslations('mailbox');
  const { problem } = useProblemText();
  const answer = useAnswerMail(id);
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') answer.mutate(text, { onSuccess: () => setText('') });
  };
  return (
    <form onSubmit={submit} className="mt-5 flex flex-col gap-3 border-t border-line pt-5">
      <Field label={t('answerAs', { address: to })}>
        <Textarea
          dir="auto"
          rows={3}
          maxLength={10_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      {answer.error ? <FormAlert>{problem(answer.error)}</FormAlert> : null}
      <div className="flex flex-wrap items-center justify-end gap-3">
        <p role="status" className="text-small text-ink-2">
          {answer.isSuccess && text === '' ? t('answered') : null}
        </p>
        <Button type="submit" variant="primary" pending={answer.isPending} disabled={text.trim() === ''}>
          {t('answer')}
        </Button>
      </div>
    </form>
  );
}
