'use client';
import { Plus, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { LANGUAGES } from '@/lib/schemas/values';
import { languageName } from './language-name';
import { PickMenu } from './pick-menu';

interface LanguagePickerProps {
  /** ISO 639-1 codes. */
  value: readonly string[];
  onChange: (codes: string[]) => void;
  /** The button's words: what adding one means here. */
  addLabel: string;
}

/** Chosen languages as chips, and a filterable list to add one. */
export function LanguagePicker({ value, onChange, addLabel }: LanguagePickerProps) {
  const t = useTranslations('common.languages');
  const locale = useLocale();
  const items = useMemo(
    () =>
      LANGUAGES.map((code) => ({ value: code, label: languageName(code, locale), hint: code })).sort((a, b) =>
        a.label.localeCompare(b.label, locale),
      ),
    [locale],
  );
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {value.map((code) => (
        <span
          key={code}
          className="chip-edge inline-flex h-7 items-center gap-1 rounded-full bg-sunken ps-2.5 pe-1 text-small text-ink coarse:h-control"
        >
          {languageName(code, locale)}
          <button
            type="button"
            aria-label={t('remove', { name: languageName(code, locale) })}
            onClick={() => onChange(value.filter((other) => other !== code))}
            className="inline-flex size-6 items-center justify-center rounded-full text-ink-3 hover:text-ink coarse:size-9"
          >
            <X aria-hidden className="size-3.5" />
          </button>
        </span>
      ))}
      <PickMenu
        trigger={
          <button
            type="button"
            aria-label={addLabel}
            className="inline-flex h-7 items-center gap-1 rounded-full border border-dashed border-line-strong px-2.5 text-small text-ink-2 hover:bg-hover hover:text-ink coarse:h-control"
          >
            <Plus aria-hidden className="size-3.5" />
            {addLabel}
          </button>
        }
        items={items.filter((item) => !value.includes(item.value))}
        value={null}
        onPick={(code) => onChange([...value, code])}
        filterLabel={t('search')}
        emptyText={t('nothing')}
      />
    </div>
  );
}
