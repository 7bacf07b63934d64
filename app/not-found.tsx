import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccentStyle } from '@/components/ui/accent-style';
import { buttonStyle } from '@/components/ui/button-style';
import { Logo } from '@/components/ui/logo';
import { workspace } from './workspace';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common.notFound');
  return { title: t('title') };
}

/** Absent and not yours to see read the same, on purpose. Every page carries this one: plain links load nothing. */
export default async function NotFound() {
  const t = await getTranslations('common.notFound');
  const { workspace_name, accent } = await workspace();
  return (
    <div className="flex min-h-dvh flex-col px-6 py-6 sm:px-10">
      <AccentStyle accent={accent} />
      <header>
        <a href="/" className="inline-flex rounded-control">
          <Logo name={workspace_name} />
        </a>
      </header>
      <main className="flex flex-1 flex-col items-start justify-center gap-3 self-center pb-24 text-start">
        <p className="font-mono text-small text-ink-3">404</p>
        <h1 className="text-display text-balance">{t('title')}</h1>
        <p className="max-w-[44ch] text-body text-ink-2">{t('detail')}</p>
        <a href="/" className={buttonStyle({ variant: 'primary', className: 'mt-3' })}>
          {t('home')}
        </a>
      </main>
    </div>
  );
}
