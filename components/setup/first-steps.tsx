'use client';
import { cx } from 'class-variance-authority';
import { CircleCheck, CircleDashed, X } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useFinishSetup, useSetup } from '@/components/data/use-setup';
import { IconButton } from '@/components/ui/icon-button';
import { toast } from '@/components/ui/toast';
import type { SetupDto } from '@/lib/schemas/setup';

const STEPS: readonly { name: 'invite' | 'hours' | 'ticket' | 'mail'; fact: keyof SetupDto; href: string }[] =
  [
    { name: 'invite', fact: 'has_invited', href: '/setup?step=3' },
    { name: 'hours', fact: 'has_business_hours', href: '/admin/settings/hours' },
    { name: 'ticket', fact: 'has_answered', href: '/desk/unassigned' },
    { name: 'mail', fact: 'has_sent_mail', href: '/admin/system' },
  ];

/** What a new house still needs, from what is so and not from ticks. Gone when all is done, or put away for good. */
export function FirstSteps({ onGo }: { onGo?: (() => void) | undefined }) {
  const t = useTranslations('setup.checklist');
  const { data: setup } = useSetup();
  const finish = useFinishSetup();
  if (!setup || setup.is_done) return null;
  const done = STEPS.filter(({ fact }) => setup[fact] === true).length;
  if (done === STEPS.length) return null;
  return (
    <section
      aria-labelledby="first-steps"
      className="rounded-control border px-2 pt-1 pb-1.5 lg:max-xl:hidden"
    >
      <div className="flex items-center gap-2 ps-1">
        <h2 id="first-steps" className="text-small font-[600]">
          {t('title')}
        </h2>
        <span className="tabular text-small text-ink-3">{t('progress', { done, of: STEPS.length })}</span>
        <IconButton
          label={t('hide')}
          icon={<X aria-hidden className="size-3.5" />}
          className="ms-auto -me-1 size-7"
          onClick={() => finish.mutate(undefined, { onSuccess: () => void toast(t('hidden')) })}
        />
      </div>
      <ul className="flex flex-col">
        {STEPS.map(({ name, fact, href }) => {
          const isDone = setup[fact] === true;
          const Icon = isDone ? CircleCheck : CircleDashed;
          return (
            <li key={name}>
              <Link
                href={href}
                onClick={onGo}
                className="flex h-7 items-center gap-2 rounded-control px-1 text-small text-ink-2 hover:bg-hover hover:text-ink coarse:h-control"
              >
                <Icon aria-hidden className={cx('size-3.5 shrink-0', isDone ? 'text-ok' : 'text-ink-3')} />
                <span className={cx('min-w-0 truncate', isDone && 'text-ink-3 line-through')}>{t(name)}</span>
                {isDone ? <span className="sr-only">{t('done')}</span> : null}
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
