'use client';
import { CalendarClock, ImagePlus, Lightbulb, SendHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useState } from 'react';
import { QueryError } from '@/components/data/query-error';
import { useLabPhone, useLabTalk } from '@/components/data/use-lab-messenger';
import { useProblemText } from '@/components/data/use-problem-text';
import { Button } from '@/components/ui/button';
import { FormAlert } from '@/components/ui/form-alert';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { LabPhonesDto } from '@/lib/schemas/lab-messenger';
import { MessengerBubbles } from './messenger-bubbles';
import { PanelSkeleton } from './panel-skeleton';

const NO_TROUBLE = 'none';
const TROUBLES = [NO_TROUBLE, 'rate', 'server', 'unavailable'] as const;

/** One conversation on a telephone; looking at it reads it, as it does there. */
export function MessengerTalk({ person, page }: { person: LabPhonesDto['people'][number]; page: string }) {
  const t = useTranslations('lab.messenger');
  const { problem } = useProblemText();
  const talk = useLabTalk(person.psid);
  const { write, read, day, trouble } = useLabPhone(person.psid);
  const [text, setText] = useState('');
  const [line, setLine] = useState(0);
  const { unread } = person;
  const { mutate: readAll } = read;
  useEffect(() => {
    if (unread > 0 && document.visibilityState === 'visible') readAll();
  }, [unread, readAll]);
  if (talk.isError && !talk.data) return <QueryError title={t('failed')} query={talk} />;
  if (!talk.data) return <PanelSkeleton />;

  const { messages, is_open } = talk.data;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') write.mutate({ text: text.trim() }, { onSuccess: () => setText('') });
  };
  const suggest = () => {
    setText(person.lines[line % person.lines.length]!);
    setLine(line + 1);
  };
  const error = write.error ?? day.error ?? trouble.error;
  return (
    <>
      <MessengerBubbles messages={messages} page={page} />
      <div className="flex flex-col gap-2 border-t border-line px-4 py-3">
        {messages.length > 0 && !is_open ? (
          <p className="text-small text-warn text-pretty">{t('closed')}</p>
        ) : null}
        {error ? <FormAlert>{problem(error)}</FormAlert> : null}
        <form onSubmit={submit} className="flex items-center gap-1">
          <IconButton
            label={t('suggest')}
            icon={<Lightbulb aria-hidden className="size-4" />}
            onClick={suggest}
          />
          <IconButton
            label={t('picture')}
            icon={<ImagePlus aria-hidden className="size-4" />}
            onClick={() => write.mutate({ picture: true })}
          />
          <Input
            aria-label={t('message')}
            dir="auto"
            maxLength={2_000}
            autoComplete="off"
            className="min-w-0 flex-1"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Button
            type="submit"
            variant="primary"
            aria-label={t('send')}
            pending={write.isPending}
            icon={<SendHorizontal aria-hidden className="size-4 rtl:-scale-x-100" />}
          />
        </form>
        {messages.length > 0 ? (
          <div className="flex flex-wrap items-center justify-between gap-2 text-small text-ink-2">
            <span className="flex items-center gap-2 whitespace-nowrap">
              {t('trouble')}
              <Select
                aria-label={t('trouble')}
                value={talk.data.trouble ?? NO_TROUBLE}
                onValueChange={(value) =>
                  trouble.mutate(value === NO_TROUBLE ? null : (value as 'rate' | 'server' | 'unavailable'))
                }
                items={TROUBLES.map((value) => ({ value, label: t(`troubles.${value}`) }))}
              />
            </span>
            <Button
              size="small"
              variant="quiet"
              pending={day.isPending}
              icon={<CalendarClock aria-hidden className="size-4" />}
              onClick={() => day.mutate()}
            >
              {t('day')}
            </Button>
          </div>
        ) : null}
      </div>
    </>
  );
}
