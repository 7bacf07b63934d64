'use client';
import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTheme } from 'next-themes';
import { useSyncExternalStore } from 'react';

const CHOICES = [
  { value: 'light', Icon: Sun },
  { value: 'dark', Icon: Moon },
  { value: 'system', Icon: Monitor },
] as const;

/** Three radios that look like one control; the choice is this browser's. */
export function ThemeChoice() {
  const t = useTranslations('common.theme');
  const { theme, setTheme } = useTheme();
  // What the browser remembers is not known on the server.
  const alive = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  return (
    <fieldset className="inline-flex flex-wrap rounded-control border border-line-strong bg-surface">
      <legend className="sr-only">{t('label')}</legend>
      {CHOICES.map(({ value, Icon }) => (
        <label
          key={value}
          className="relative inline-flex h-control cursor-pointer items-center gap-2 px-3 text-ui text-ink-2 first-of-type:rounded-s-[5px] last-of-type:rounded-e-[5px] not-first-of-type:border-s not-first-of-type:border-line hover:bg-hover has-checked:bg-selected has-checked:font-[550] has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            name="theme"
            value={value}
            checked={alive && (theme ?? 'system') === value}
            onChange={() => setTheme(value)}
            className="sr-only"
          />
          <Icon aria-hidden className="size-4" />
          {t(value)}
        </label>
      ))}
    </fieldset>
  );
}
