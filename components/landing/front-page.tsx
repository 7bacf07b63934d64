import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Board } from '@/components/auth/board';
import { LanguageSwitch } from '@/components/portal/language-switch';
import { AccentStyle } from '@/components/ui/accent-style';
import { buttonStyle } from '@/components/ui/button-style';
import { Logo } from '@/components/ui/logo';

const POINTS = ['routing', 'mail', 'live'] as const;

interface FrontPageProps {
  name: string;
  accent: string | null;
  mailbox: boolean;
  lab: boolean;
}

/** What this is, for whoever is not signed in: one sentence, two doors, three promises. */
export function FrontPage({ name, accent, mailbox, lab }: FrontPageProps) {
  const t = useTranslations('landing');
  return (
    <div className="flex min-h-dvh flex-col overflow-x-clip">
      <AccentStyle accent={accent} />
      <header className="relative z-10 mx-auto flex w-full max-w-[72rem] flex-wrap items-center gap-x-4 gap-y-2 px-6 py-5 sm:px-10">
        <Logo name={name} />
        <div className="ms-auto flex items-center gap-3">
          <LanguageSwitch />
          <Link href="/sign-in" className={buttonStyle({ variant: 'secondary', className: 'max-sm:hidden' })}>
            {t('signIn')}
          </Link>
        </div>
      </header>

      <main className="flex flex-1 flex-col">
        <div className="relative mx-auto flex w-full max-w-[72rem] flex-1 flex-col justify-center gap-12 px-6 pt-12 sm:px-10 lg:py-24">
          <div className="relative z-10 max-w-[35rem]">
            <h1 className="text-[clamp(2.125rem,1.4rem+3vw,3.5rem)] leading-[1.08] font-[640] ltr:tracking-[-0.03em] text-balance text-ink">
              {t('headline')}
            </h1>
            <p className="mt-6 max-w-[32rem] text-[1.0625rem] leading-7 font-[420] text-ink-2 text-pretty">
              {name === 'Switchboard' ? t('lead') : t('leadOwn', { name })}
            </p>
            <div className="mt-9 flex flex-wrap gap-3">
              <Link href="/sign-up" className={buttonStyle({ variant: 'primary', size: 'large' })}>
                {t('ask')}
              </Link>
              <Link href="/sign-in" className={buttonStyle({ variant: 'secondary', size: 'large' })}>
                {t('signIn')}
              </Link>
            </div>
            {lab ? (
              <p className="mt-6 max-w-[32rem] text-body text-ink-2 text-pretty">
                <a href="/lab" className="text-accent underline underline-offset-3 hover:text-accent-hover">
                  {t('lab')}
                </a>{' '}
                {t('labLead')}
              </p>
            ) : null}
          </div>
          <div
            aria-hidden
            className="-mx-6 h-64 overflow-hidden sm:-mx-10 lg:absolute lg:inset-y-0 lg:start-[56%] lg:mx-0 lg:flex lg:h-auto lg:w-[34rem] lg:items-center lg:overflow-visible lg:[mask-image:radial-gradient(closest-side,black_72%,transparent)] xl:w-[38rem]"
          >
            <Board className="size-full lg:aspect-square lg:h-auto" />
          </div>
        </div>

        <section aria-label={t('points.label')} className="relative z-10 border-t border-line bg-surface">
          <ul className="mx-auto grid w-full max-w-[72rem] px-6 sm:px-10 md:grid-cols-3">
            {POINTS.map((point) => (
              <li
                key={point}
                className="border-line py-8 not-first:border-t md:py-12 md:pe-8 md:not-first:border-s md:not-first:border-t-0 md:not-first:ps-8"
              >
                <h2 className="text-heading text-ink">{t(`points.${point}.title`)}</h2>
                <p className="mt-2 text-body text-ink-2 text-pretty">{t(`points.${point}.text`)}</p>
              </li>
            ))}
          </ul>
        </section>
      </main>

      <footer className="border-t border-line bg-surface">
        <div className="mx-auto flex w-full max-w-[72rem] flex-wrap items-center gap-x-6 gap-y-1 px-6 py-5 text-small text-ink-3 sm:px-10">
          <span>{t('footer.licence')}</span>
          <nav aria-label={t('footer.label')} className="flex gap-6 sm:ms-auto">
            {mailbox ? (
              <Link href="/mailbox" className="text-ink-2 underline-offset-3 hover:text-ink hover:underline">
                {t('footer.mailbox')}
              </Link>
            ) : null}
            <a href="/api/docs" className="text-ink-2 underline-offset-3 hover:text-ink hover:underline">
              {t('footer.api')}
            </a>
          </nav>
        </div>
      </footer>
    </div>
  );
}
