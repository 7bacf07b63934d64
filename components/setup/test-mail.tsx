'use client';
import { CircleAlert, CircleCheck, LoaderCircle, Send } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useProblemText } from '@/components/data/use-problem-text';
import { useTestMail } from '@/components/data/use-test-mail';
import { Button } from '@/components/ui/button';
import type { TestMailDto } from '@/lib/schemas/system';

/** Mail is taken within a second; after this it is likely that nobody is there to take it. */
const NOBODY_MS = 8_000;

/** Sends oneself a mail through the ledger, and says what becomes of it while it happens. */
export function TestMail({ isCaught }: { isCaught: boolean }) {
  const t = useTranslations('system.testMail');
  const { problem } = useProblemText();
  const { send, mail, waitedMs } = useTestMail();
  return (
    <div className="flex flex-col items-start gap-2">
      <Button
        icon={<Send aria-hidden className="size-4 rtl:-scale-x-100" />}
        pending={send.isPending}
        onClick={() => send.mutate()}
      >
        {mail ? t('again') : t('send')}
      </Button>
      <div role="status" className="text-ui empty:hidden">
        {send.error ? <Fate tone="bad">{problem(send.error)}</Fate> : null}
        {mail && !send.error ? (
          <MailFate mail={mail} isCaught={isCaught} late={waitedMs > NOBODY_MS} />
        ) : null}
      </div>
    </div>
  );
}

function MailFate({ mail, isCaught, late }: { mail: TestMailDto; isCaught: boolean; late: boolean }) {
  const t = useTranslations('system.testMail');
  const error = mail.error ?? '';
  if (mail.state === 'failed') return <Fate tone="bad">{t('failed', { error })}</Fate>;
  if (mail.state === 'deferred') return <Fate tone="bad">{t('deferred', { error })}</Fate>;
  if (mail.state !== 'sent')
    return <Fate tone={late ? 'bad' : 'busy'}>{late ? t('noWorker') : t(mail.state)}</Fate>;
  return (
    <Fate tone="ok">
      {isCaught
        ? t.rich('caught', {
            link: (text) => (
              <Link href="/mailbox" target="_blank" className="text-accent underline">
                {text}
              </Link>
            ),
          })
        : t('sent', { to: mail.to })}
    </Fate>
  );
}

const LOOKS = {
  ok: { Icon: CircleCheck, style: 'text-ok' },
  bad: { Icon: CircleAlert, style: 'text-danger' },
  busy: { Icon: LoaderCircle, style: 'text-ink-2 animate-spin' },
} as const;

function Fate({ tone, children }: { tone: keyof typeof LOOKS; children: ReactNode }) {
  const { Icon, style } = LOOKS[tone];
  return (
    <p className="flex items-start gap-2">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${style}`} />
      <span className="min-w-0 text-pretty [overflow-wrap:anywhere]">{children}</span>
    </p>
  );
}
