'use client';
import { useTranslations } from 'next-intl';
import { LogoMark } from '@/components/ui/logo';
import { CommandKeys, Keys } from './commands/command-keys';

/** The ticket's place while none is open: the three keys that are worth most. */
export function NothingOpen() {
  const t = useTranslations('desk.nothing');
  return (
    <div className="flex flex-1 flex-col items-center justify-center gap-5 bg-canvas px-6 text-center">
      <LogoMark className="size-9 opacity-80" />
      <p className="text-heading text-ink">{t('title')}</p>
      <dl className="hidden grid-cols-[auto_auto] items-center gap-x-4 gap-y-2 text-small text-ink-2 pointer-fine:grid">
        <dt className="flex gap-1 justify-self-end">
          <CommandKeys id="next" />
          <CommandKeys id="previous" />
        </dt>
        <dd className="justify-self-start">{t('move')}</dd>
        <dt className="justify-self-end">
          <Keys keys="enter" />
        </dt>
        <dd className="justify-self-start">{t('open')}</dd>
        <dt className="justify-self-end">
          <CommandKeys id="search" />
        </dt>
        <dd className="justify-self-start">{t('search')}</dd>
      </dl>
    </div>
  );
}
