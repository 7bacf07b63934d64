'use client';
import { useLocale, useTranslations } from 'next-intl';
import { LANGUAGES } from '@/lib/schemas/values';
import { languageName } from './language-name';
import { PickChips } from './pick-chips';
import type { PickItem } from './pick-list';

const sorted = new Map<string, PickItem[]>();

/** All of them by name; put in order once, not with every ticket that is opened. */
function languagesIn(locale: string): PickItem[] {
  const items =
    sorted.get(locale) ??
    LANGUAGES.map((code) => ({ value: code, label: languageName(code, locale), hint: code })).sort((a, b) =>
      a.label.localeCompare(b.label, locale),
    );
  sorted.set(locale, items);
  return items;
}

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
  return (
    <PickChips
      items={languagesIn(locale)}
      value={value}
      onChange={onChange}
      addLabel={addLabel}
      removeLabel={(name) => t('remove', { name })}
      filterLabel={t('search')}
      emptyText={t('nothing')}
    />
  );
}
