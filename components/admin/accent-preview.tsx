import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import { LogoMark } from '@/components/ui/logo';
import { ACCENT_GROUNDS, accentTokens } from '@/lib/rules/accent';

/** The inks beside the accent, as app/globals.css has them: a preview shows both themes whichever is on. */
const INKS = {
  light: { '--text': '#1c1b18', '--text-2': '#55524b', '--line': '#e2dfd8' },
  dark: { '--text': '#ecebe6', '--text-2': '#b4b3ab', '--line': '#2e302c' },
} as const;

/** A corner of the portal by day and by night. Nothing in it can be pressed. */
export function AccentPreview({ accent, name }: { accent: string | null; name: string }) {
  const t = useTranslations('workspace.general.preview');
  const tokens = accentTokens(accent);
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {(['light', 'dark'] as const).map((theme) => (
        <figure key={theme} className="min-w-0">
          <div
            aria-hidden="true"
            style={variables(theme, tokens[theme])}
            className="rounded-control border border-line bg-canvas text-ink"
          >
            <div className="flex items-center gap-2 rounded-t-control border-b border-line bg-surface px-4 py-3">
              <LogoMark className="size-5" />
              <bdi className="truncate text-ui font-[650]">{name}</bdi>
            </div>
            <div className="flex flex-col items-start gap-3 px-4 py-4">
              <p className="text-ui">
                {t('text')} <span className="text-accent underline underline-offset-3">{t('link')}</span>
              </p>
              <div className="flex flex-wrap items-center gap-2">
                <span className="inline-flex h-8 items-center rounded-control bg-accent px-3 text-ui font-[550] text-on-accent">
                  {t('button')}
                </span>
                <span className="inline-flex h-6 items-center rounded-full bg-selected px-2.5 text-micro text-accent">
                  {t('chip')}
                </span>
              </div>
            </div>
          </div>
          <figcaption className="mt-1 text-small text-ink-3">{t(theme)}</figcaption>
        </figure>
      ))}
    </div>
  );
}

function variables(theme: 'light' | 'dark', tokens: object): CSSProperties {
  const named = Object.entries({ ...ACCENT_GROUNDS[theme], ...tokens });
  return {
    ...Object.fromEntries(named.map(([name, value]) => [`--${name}`, value])),
    ...INKS[theme],
  } as CSSProperties;
}
