'use client';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { formatLocale } from '@/components/ui/format-locale';
import { Input } from '@/components/ui/input';
import { Tick } from '@/components/ui/tick';
import type { DraftKind } from '@/lib/schemas/values';
import { laterTimes, localInput } from './later-times';
import type { Wish } from './use-send';

interface SendLaterProps {
  kind: DraftKind;
  onClose: () => void;
  onSend: (later: NonNullable<Wish['later']>) => void;
}

/** When a message shall leave, by this machine's clock, and whether an answer that comes before keeps it. */
export function SendLater({ kind, onClose, onSend }: SendLaterProps) {
  const t = useTranslations('composer.later');
  const locale = useLocale();
  const [now] = useState(() => new Date());
  const [ifNoReply, setIfNoReply] = useState(kind === 'reply');
  const [wrong, setWrong] = useState(false);
  const [first] = laterTimes(now);
  const words = new Intl.DateTimeFormat(formatLocale(locale), {
    ...{ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  });

  const send = (at: Date) => {
    if (Number.isNaN(at.getTime()) || at.getTime() <= Date.now()) return setWrong(true);
    const later = { send_at: at.toISOString(), send_if: ifNoReply ? 'no_reply' : 'always' } as const;
    onSend(later);
    onClose();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    event.stopPropagation();
    send(new Date(String(new FormData(event.currentTarget).get('at'))));
  };

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('title')}>
      <div className="flex flex-col gap-5">
        {kind === 'reply' ? (
          <Tick checked={ifNoReply} onChange={setIfNoReply} className="text-ui">
            {t('noReply')}
            <span className="block text-small text-ink-3">{t('noReplyHint')}</span>
          </Tick>
        ) : null}
        <ul className="flex flex-col">
          {laterTimes(now).map(({ name, at }) => (
            <li key={name}>
              <button
                type="button"
                onClick={() => send(at)}
                className="-mx-2 flex min-h-9 w-[calc(100%+1rem)] items-center justify-between gap-4 rounded-control px-2 text-start text-ui hover:bg-hover coarse:min-h-control"
              >
                <span className="font-[550] text-ink">{t(name)}</span>
                <time dateTime={at.toISOString()} className="text-small text-ink-2">
                  {words.format(at)}
                </time>
              </button>
            </li>
          ))}
        </ul>
        <form onSubmit={submit} noValidate className="flex items-end gap-2 border-t border-line pt-4">
          <Field
            label={t('at')}
            error={wrong ? t('wrong') : undefined}
            className="flex min-w-0 flex-1 flex-col gap-1.5"
          >
            <Input
              name="at"
              type="datetime-local"
              required
              defaultValue={localInput(first!.at)}
              min={localInput(now)}
            />
          </Field>
          <Button type="submit" variant="primary">
            {t('send')}
          </Button>
        </form>
      </div>
    </Dialog>
  );
}
