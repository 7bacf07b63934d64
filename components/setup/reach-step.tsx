'use client';
import { Check, Copy } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { SetupDto } from '@/lib/schemas/setup';
import { StepFoot } from './step-foot';
import { TestMail } from './test-mail';

/** The link that customers get, and whether the mails that they need arrive. */
export function ReachStep({ setup, onNext }: { setup: SetupDto; onNext: () => void }) {
  const t = useTranslations('setup');
  const { mail, portal_url } = setup;
  return (
    <>
      <div className="flex flex-col gap-5">
        <div className="flex flex-col gap-1.5">
          <p className="text-ui font-[550]">{t('reach.link')}</p>
          <div className="flex flex-wrap items-center gap-2">
            <code className="min-w-0 flex-1 rounded-control bg-sunken px-2.5 py-1.5 font-mono text-small [overflow-wrap:anywhere]">
              {portal_url}
            </code>
            <CopyLink url={portal_url} />
          </div>
        </div>
        <p className="text-ui text-ink-2 text-pretty">{t('reach.signUp')}</p>
        <div className="flex flex-col gap-3 border-s-2 border-line ps-4">
          <p className="text-ui text-pretty">
            {mail.kind === 'smtp'
              ? t('reach.smtp', { server: mail.server ?? '', from: mail.from })
              : t.rich('reach.mailbox', {
                  link: (text) => (
                    <Link href="/mailbox" target="_blank" className="text-accent underline">
                      {text}
                    </Link>
                  ),
                })}
          </p>
          <TestMail isCaught={mail.kind === 'mailbox'} />
        </div>
      </div>
      <StepFoot>
        <Button variant="primary" size="large" onClick={onNext}>
          {t('next')}
        </Button>
      </StepFoot>
    </>
  );
}

function CopyLink({ url }: { url: string }) {
  const t = useTranslations('setup.reach');
  const [copied, setCopied] = useState(false);
  return (
    <Button
      icon={copied ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
      onClick={() => void navigator.clipboard.writeText(url).then(() => setCopied(true))}
    >
      <span aria-live="polite">{copied ? t('copied') : t('copy')}</span>
    </Button>
  );
}
