'use client';
import { cx } from 'class-variance-authority';
import { useRouter } from 'next/navigation';
import { useLocale } from 'next-intl';
import { useTransition } from 'react';
import { rememberLocale } from './remember-locale';

/** Each language in its own words, as people look for it. */
const NAMES = { en: 'English', de: 'Deutsch' } as const;

/** For people who are not signed in; afterwards the account page is the place. */
export function LanguageSwitch() {
  const current = useLocale();
  const router = useRouter();
  const [pending, start] = useTransition();
  return (
    <div className="flex items-center gap-1" aria-busy={pending || undefined}>
      {Object.entries(NAMES).map(([code, name]) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={code === current}
          onClick={() => {
            rememberLocale(code);
            start(() => router.refresh());
          }}
          className={cx(
            'inline-flex h-7 items-center rounded-control px-2 text-small coarse:h-control',
            code === current ? 'text-ink font-[550]' : 'text-ink-3 hover:bg-hover hover:text-ink',
          )}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
