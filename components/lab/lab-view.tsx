'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { LanguageSwitch } from '@/components/portal/language-switch';
import { Logo } from '@/components/ui/logo';
import { BusyHour } from './busy-hour';
import { LabFrame } from './lab-frame';
import { type DeskDoors, OpenDesk } from './open-desk';
import { PANELS } from './panels';

/** The bench: what the lab is and the doors to the desk above, one frame for each apparatus below. */
export function LabView({ desk }: { desk: DeskDoors | null }) {
  const t = useTranslations('lab');
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex items-center gap-3 border-b border-line bg-surface px-4 py-3 sm:px-6">
        <Link href="/" className="inline-flex rounded-control" aria-label={t('home')}>
          <Logo />
        </Link>
        <div className="ms-auto">
          <LanguageSwitch />
        </div>
      </header>
      <main className="mx-auto flex w-full max-w-[110rem] flex-1 flex-col gap-6 px-4 py-6 sm:px-6">
        <div className="grid gap-x-12 gap-y-5 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
          <div>
            <h1 className="text-display text-ink">{t('title')}</h1>
            <p className="mt-1 text-body text-ink-2 text-pretty">{t('lead')}</p>
          </div>
          {desk ? <OpenDesk {...desk} /> : null}
        </div>
        <div className="grid grid-cols-[repeat(auto-fit,minmax(min(20rem,100%),1fr))] gap-4">
          {PANELS.map(({ name, icon, Panel }) => (
            <LabFrame key={name} name={name} icon={icon} title={t(`${name}.title`)} lead={t(`${name}.lead`)}>
              <Panel />
            </LabFrame>
          ))}
        </div>
        <BusyHour />
      </main>
    </div>
  );
}
