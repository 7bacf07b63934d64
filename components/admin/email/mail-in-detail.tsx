'use client';
import { Download } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { QueryError } from '@/components/data/query-error';
import { useMailIn, useRereadMail } from '@/components/data/use-email-channel';
import { useProblemText } from '@/components/data/use-problem-text';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { FormAlert } from '@/components/ui/form-alert';
import { RelativeTime } from '@/components/ui/relative-time';
import { Skeleton } from '@/components/ui/skeleton';
import { isReadable } from '@/lib/rules/mail-states';
import type { MailInDetailDto } from '@/lib/schemas/email-channel';
import { MailState } from './mail-state';

/** One mail as it came, where it ended, and what can still be made of it. */
export function MailInDetail({ id }: { id: string }) {
  const t = useTranslations('channels');
  const mail = useMailIn(id);
  if (mail.data) return <Detail mail={mail.data} />;
  return mail.error ? <QueryError title={t('failed')} query={mail} /> : <Skeleton className="h-64" />;
}

function Detail({ mail }: { mail: MailInDetailDto }) {
  const t = useTranslations('channels');
  const { problem } = useProblemText();
  const reread = useRereadMail(mail.id);
  const isStuck = isReadable(mail.state, mail.reason);
  // of what stayed on its server there is its beginning at most
  const isElsewhere = mail.reason === 'too_large' || mail.reason === 'not_fetched';
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <div>
        <p className="text-ui font-[600] wrap-anywhere">
          <bdi>{mail.subject || t('noSubject')}</bdi>
        </p>
        <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-0.5 text-small [&_dd]:wrap-anywhere [&_dt]:text-ink-3">
          <dt>{t('from')}</dt>
          <dd>
            <bdi>{mail.sender_name}</bdi> <bdi dir="ltr">{mail.sender ?? t('noSender')}</bdi>
          </dd>
          <dt>{t('to')}</dt>
          <dd>
            <bdi dir="ltr">{mail.mailbox.address}</bdi>
          </dd>
          <dt>{t('when')}</dt>
          <dd>
            <RelativeTime value={mail.received_at} form="full" />
          </dd>
          <dt>{t('end')}</dt>
          <dd>
            <MailState mail={mail} />
            {mail.detail ? (
              <span className="block font-mono text-micro text-ink-2">{mail.detail}</span>
            ) : null}
          </dd>
        </dl>
      </div>
      {isElsewhere ? null : (
        <p
          dir="auto"
          className="prose-plain scrolling max-h-96 border-s-2 border-line-strong ps-3 text-small text-ink-2"
        >
          {mail.text || t('noText')}
        </p>
      )}
      {mail.headers.length > 0 ? (
        <details className="text-small">
          <summary className="w-fit cursor-pointer rounded-control text-ink-2 hover:text-ink">
            {t('headers', { count: mail.headers.length })}
          </summary>
          <dl
            dir="ltr"
            className="scrolling mt-2 max-h-72 border-s-2 border-line ps-3 font-mono text-micro font-[400] text-ink-2"
          >
            {mail.headers.map((header, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a header may stand twice, and none ever moves
              <div key={at} className="wrap-anywhere">
                <dt className="inline text-ink">{header.name}:</dt> <dd className="inline">{header.value}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
      {reread.error ? <FormAlert>{problem(reread.error)}</FormAlert> : null}
      <div className="flex flex-wrap justify-end gap-2">
        {isElsewhere ? null : (
          <a
            href={`/api/inbound-mails/${mail.id}/raw/`}
            download
            className={buttonStyle({ variant: 'quiet' })}
          >
            <Download aria-hidden className="size-4" />
            {t('raw')}
          </a>
        )}
        {mail.ticket ? (
          <Link href={`/desk/all/${mail.ticket.number}`} className={buttonStyle({ variant: 'secondary' })}>
            {t('openTicket', { number: String(mail.ticket.number) })}
          </Link>
        ) : null}
        {isStuck ? (
          <Button
            variant="secondary"
            pending={reread.isPending && reread.variables === 'reprocess'}
            onClick={() => reread.mutate('reprocess')}
          >
            {t('reprocess')}
          </Button>
        ) : null}
        {mail.is_recoverable ? (
          <Button
            variant="primary"
            pending={reread.isPending && reread.variables === 'recover'}
            onClick={() => reread.mutate('recover')}
          >
            {t(mail.reason?.startsWith('staff_') ? 'recoverStaff' : 'recover')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
