'use client';
import { cx } from 'class-variance-authority';
import { useFormatter, useTranslations } from 'next-intl';
import { parseAsString, parseAsStringLiteral, useQueryState } from 'nuqs';
import { MoreButton } from '@/components/data/more-button';
import { QueryError } from '@/components/data/query-error';
import { useMailCounts, useMailsIn } from '@/components/data/use-email-channel';
import { Dialog } from '@/components/ui/dialog';
import { RelativeTime } from '@/components/ui/relative-time';
import { Skeleton } from '@/components/ui/skeleton';
import { MAIL_ENDS, MAIL_IN_STATES } from '@/lib/rules/mail-states';
import type { MailInDto } from '@/lib/schemas/email-channel';
import { MailInDetail } from './mail-in-detail';
import { MailState } from './mail-state';

/** Every mail that came in with its end; the numbers of the ends add up to all of them. */
export function MailsIn() {
  const t = useTranslations('channels');
  const [state, setState] = useQueryState('state', parseAsStringLiteral(MAIL_IN_STATES));
  const [open, setOpen] = useQueryState('mail', parseAsString);
  const mails = useMailsIn(state ? { state } : {});
  return (
    <section className="mt-10" aria-labelledby="mails-in">
      <h2 id="mails-in" className="text-title">
        {t('mails')}
      </h2>
      <Counts state={state} onPick={(value) => void setState(value)} />
      {mails.data?.length === 0 ? (
        <p className="py-8 text-ui text-ink-3">{t('noMails')}</p>
      ) : mails.data ? (
        <ul className="border-t">
          {mails.data.map((mail) => (
            <MailRow key={mail.id} mail={mail} onOpen={() => void setOpen(mail.id)} />
          ))}
        </ul>
      ) : mails.error ? (
        <QueryError title={t('failed')} query={mails} />
      ) : (
        <Skeleton className="h-40" />
      )}
      <MoreButton list={mails} />
      <Dialog
        wide
        open={open !== null}
        onOpenChange={(is) => void setOpen(is ? open : null)}
        title={t('mail')}
      >
        {open === null ? null : <MailInDetail key={open} id={open} />}
      </Dialog>
    </section>
  );
}

type Filter = (typeof MAIL_IN_STATES)[number] | null;

/** The ends of the last 30 days with their numbers; each narrows the list to it. */
function Counts({ state, onPick }: { state: Filter; onPick: (state: Filter) => void }) {
  const t = useTranslations('channels');
  const format = useFormatter();
  const { data } = useMailCounts();
  const items: { value: Filter; count: number | undefined }[] = [
    { value: null, count: data?.all },
    ...MAIL_ENDS.map((value) => ({ value, count: data?.ends[value] })),
    ...(data && data.received > 0 ? [{ value: 'received' as const, count: data.received }] : []),
  ];
  return (
    <fieldset className="my-4 flex flex-wrap gap-x-6 gap-y-3">
      <legend className="mb-2 text-small text-ink-3">{t('lastDays')}</legend>
      {items.map(({ value, count }) => (
        <button
          key={value ?? 'all'}
          type="button"
          aria-pressed={state === value}
          onClick={() => onPick(value)}
          className={cx(
            'min-h-control border-b-2 text-start',
            state === value ? 'border-accent' : 'border-transparent hover:border-line-strong',
          )}
        >
          <span className="tabular block text-title">{count === undefined ? '–' : format.number(count)}</span>
          <span className="text-small text-ink-2">{t(`states.${value ?? 'all'}`)}</span>
        </button>
      ))}
    </fieldset>
  );
}

function MailRow({ mail, onOpen }: { mail: MailInDto; onOpen: () => void }) {
  const t = useTranslations('channels');
  return (
    <li className="relative grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-b px-1 py-2.5 hover:bg-hover">
      <button
        type="button"
        onClick={onOpen}
        className="min-w-0 truncate text-start text-ui font-[550] text-ink before:absolute before:inset-0 before:content-[''] hover:underline"
      >
        <bdi>{mail.subject || t('noSubject')}</bdi>
      </button>
      <RelativeTime value={mail.received_at} className="text-end text-small text-ink-3" />
      <p className="min-w-0 truncate text-small text-ink-2 max-sm:col-span-2">
        <bdi dir="ltr">{mail.sender ?? t('noSender')}</bdi>
      </p>
      <p className="text-end text-small max-sm:col-span-2 max-sm:text-start">
        <MailState mail={mail} />
      </p>
    </li>
  );
}
