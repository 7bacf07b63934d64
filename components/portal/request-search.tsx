import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonStyle } from '@/components/ui/button-style';
import { controlStyle } from '@/components/ui/control-style';

/** A form like any other: it works without scripts, and the address holds what was asked. */
export function RequestSearch({ q }: { q: string }) {
  const t = useTranslations('search.portal');
  return (
    <search className="mb-6 block">
      <form action="/requests" className="flex gap-2">
        <span className="relative min-w-0 flex-1">
          <Search
            aria-hidden
            className="pointer-events-none absolute inset-y-0 start-3 my-auto size-4 text-ink-3"
          />
          <input
            type="search"
            name="q"
            defaultValue={q}
            required
            maxLength={200}
            aria-label={t('label')}
            placeholder={t('placeholder')}
            className={`${controlStyle} h-10 ps-9 pe-3`}
          />
        </span>
        <button type="submit" className={buttonStyle({ variant: 'secondary', size: 'large' })}>
          {t('submit')}
        </button>
      </form>
    </search>
  );
}
