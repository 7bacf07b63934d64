'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';

interface ReplyFormProps {
  value: string;
  onChange: (text: string) => void;
  onSend: () => void;
  /** The ticket is closed: the answer makes a new request. */
  followUp: boolean;
  /** Nobody has answered since: the writer adds to his own words. */
  adding: boolean;
  /** Something new came while this was written; shown until it is edited or sent. */
  newer: boolean;
  /** Further acts beside Send. */
  children?: ReactNode;
}

const MAX = 50_000;
const isMac = () => /Mac|iP(hone|ad)/.test(navigator.userAgent);

export function ReplyForm({ value, onChange, onSend, followUp, adding, newer, children }: ReplyFormProps) {
  const t = useTranslations('portal.request');
  const mac = useSyncExternalStore(
    () => () => {},
    isMac,
    () => false,
  );
  const [wrong, setWrong] = useState<'empty' | 'tooLong' | null>(null);
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    const fault = value.trim() === '' ? 'empty' : [...value].length > MAX ? 'tooLong' : null;
    setWrong(fault);
    if (!fault) onSend();
  };
  return (
    <form onSubmit={send} className="flex flex-col gap-3" noValidate>
      <Field
        label={t(adding ? 'add' : 'reply')}
        error={wrong ? t(wrong) : newer ? t('newer') : undefined}
        hint={<span className="coarse:hidden">{t(mac ? 'replyHintMac' : 'replyHint')}</span>}
      >
        <Textarea
          id="reply"
          value={value}
          onChange={(event) => {
            setWrong(null);
            onChange(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing)
              send();
          }}
          rows={4}
          dir="auto"
          className="max-h-[50dvh] min-h-28"
        />
      </Field>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" size="large">
          {followUp ? t('sendFollowUp') : t('send')}
        </Button>
        {children}
      </div>
    </form>
  );
}
