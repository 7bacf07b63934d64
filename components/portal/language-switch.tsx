'use client';
import { ChevronDown, Languages } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { LOCALE_NAMES } from '@/lib/rules/locales';
import { rememberLocale } from './remember-locale';

/** For people who are not signed in; afterwards the account page is the place. */
export function LanguageSwitch() {
  const t = useTranslations('common');
  const current = useLocale();
  const router = useRouter();
  const [pending, start] = useTransition();
  return (
    <span className="relative inline-flex items-center text-ink-2 hover:text-ink">
      <Languages aria-hidden className="pointer-events-none absolute start-2 size-4" strokeWidth={1.75} />
      <select
        aria-label={t('language')}
        aria-busy={pending || undefined}
        value={current}
        onChange={(event) => {
          rememberLocale(event.target.value);
          start(() => router.refresh());
        }}
        className="h-control cursor-pointer appearance-none rounded-control bg-transparent ps-8 pe-7 text-ui hover:bg-hover"
      >
        {Object.entries(LOCALE_NAMES).map(([code, name]) => (
          <option key={code} value={code} lang={code} className="bg-raised text-ink">
            {name}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute end-2 size-3.5 text-ink-3" />
    </span>
  );
}
