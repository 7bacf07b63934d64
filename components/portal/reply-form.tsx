'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState, useSyncExternalStore } from 'react';
import { AttachWordsButton } from '@/components/attachments/attach-words-button';
import { AttachmentChips } from '@/components/attachments/attachment-chips';
import { DropZone } from '@/components/attachments/drop-zone';
import type { Uploads } from '@/components/attachments/use-uploads';
import { Button } from '@/components/ui/button';
import { PlainTextarea } from '@/components/ui/plain-textarea';
import { TextField } from './text-field';

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
  uploads: Uploads;
  /** Further acts beside Send. */
  children?: ReactNode;
}

const MAX = 50_000;
const isMac = () => /Mac|iP(hone|ad)/.test(navigator.userAgent);

export function ReplyForm({
  value,
  onChange,
  onSend,
  followUp,
  adding,
  newer,
  uploads,
  children,
}: ReplyFormProps) {
  const t = useTranslations('portal.request');
  const files = useTranslations('attachments');
  const mac = useSyncExternalStore(
    () => () => {},
    isMac,
    () => false,
  );
  const [wrong, setWrong] = useState<'empty' | 'tooLong' | 'uploading' | 'failed' | null>(null);
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    const fault = faultOf(value, uploads);
    setWrong(fault);
    if (!fault) onSend();
  };
  const words = {
    empty: t('empty'),
    tooLong: t('tooLong'),
    uploading: files('stillUploading'),
    failed: files('someFailed'),
  };
  return (
    <form onSubmit={send} className="flex flex-col gap-3" noValidate>
      <DropZone onFiles={uploads.add} className="flex flex-col gap-3">
        <TextField
          id="reply"
          label={t(adding ? 'add' : 'reply')}
          error={wrong ? words[wrong] : newer ? t('newer') : undefined}
          hint={<span className="coarse:hidden">{t(mac ? 'replyHintMac' : 'replyHint')}</span>}
        >
          {(names) => (
            <PlainTextarea
              {...names}
              value={value}
              onChange={(event) => {
                setWrong(null);
                onChange(event.target.value);
              }}
              onKeyDown={(event) => {
                if (
                  event.key === 'Enter' &&
                  (event.ctrlKey || event.metaKey) &&
                  !event.nativeEvent.isComposing
                )
                  send();
              }}
              rows={4}
              dir="auto"
              className="max-h-[50dvh] min-h-28"
            />
          )}
        </TextField>
        <AttachmentChips uploads={uploads} />
      </DropZone>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" size="large">
          {followUp ? t('sendFollowUp') : t('send')}
        </Button>
        <AttachWordsButton onFiles={uploads.add} />
        {children}
      </div>
    </form>
  );
}

/** What keeps the answer from leaving, files that are not there yet included. */
function faultOf(value: string, { isBusy, hasFailed }: Uploads) {
  if (value.trim() === '') return 'empty';
  if ([...value].length > MAX) return 'tooLong';
  if (isBusy) return 'uploading';
  return hasFailed ? 'failed' : null;
}
