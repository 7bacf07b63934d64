'use client';
import { Plus, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { languageName } from '@/components/ui/language-name';
import { LanguagePicker } from '@/components/ui/language-picker';
import { WordChips } from '@/components/ui/word-chips';
import { languagesOf } from '@/lib/rules/text-in';
import type { UrgencyRules } from '@/lib/schemas/urgency';
import { PointsField } from './points-field';

type Lists = UrgencyRules['words'];
type List = Lists[number];
const MOST_LISTS = 40;

interface UrgencyWordsProps {
  lists: Lists;
  onChange: (lists: Lists) => void;
  /** What is wrong with a field, by its path below the lists. */
  errorOf: (path: string) => string | undefined;
}

/** Lists of words, each with a name, points, and its words in every language that customers write. */
export function UrgencyWords({ lists, onChange, errorOf }: UrgencyWordsProps) {
  const t = useTranslations('urgency.admin');
  const locale = useLocale();
  return (
    <>
      <ul className="flex flex-col">
        {lists.map((list, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list has nothing else that stays while it is edited
          <li key={at} className="border-t py-5 first:border-t-0 first:pt-0">
            <ListFields
              list={list}
              error={errorOf(`${at}.name`)}
              onChange={(part) => onChange(lists.with(at, { ...list, ...part }))}
              onRemove={() => onChange(lists.filter((_, n) => n !== at))}
            />
          </li>
        ))}
      </ul>
      {lists.length < MOST_LISTS ? (
        <div>
          <Button
            icon={<Plus aria-hidden className="size-4" />}
            onClick={() => onChange([...lists, { name: '', points: 2, words: { [locale]: [] } }])}
          >
            {t('addList')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

interface ListFieldsProps {
  list: List;
  error: string | undefined;
  onChange: (part: Partial<List>) => void;
  onRemove: () => void;
}

function ListFields({ list: { name, points, words }, error, onChange, onRemove }: ListFieldsProps) {
  const t = useTranslations('urgency.admin');
  const locale = useLocale();
  const setWords = (language: string, given: string[]) => {
    const { [language]: _before, ...others } = words;
    onChange({ words: given.length > 0 ? { ...words, [language]: given } : others });
  };
  return (
    <>
      <div className="flex items-start gap-5">
        <Field label={t('listName')} error={error} className="flex min-w-0 flex-1 flex-col gap-1.5">
          <Input
            value={name}
            maxLength={60}
            autoComplete="off"
            onChange={(event) => onChange({ name: event.target.value })}
          />
        </Field>
        <PointsField label={t('points')} value={points} onChange={(given) => onChange({ points: given })} />
        <IconButton
          label={t('removeList', { name })}
          icon={<X aria-hidden className="size-4" />}
          onClick={onRemove}
          className="mt-7"
        />
      </div>
      {languagesOf(words).map((language) => {
        const label = t('wordsIn', { language: languageName(language, locale) });
        return (
          <div key={language} className="mt-4">
            <p className="mb-1.5 text-small font-[550] text-ink-2">{languageName(language, locale)}</p>
            <WordChips
              label={label}
              placeholder={t('wordPlaceholder')}
              value={words[language] ?? []}
              onChange={(given) => setWords(language, given)}
              removeLabel={(word) => t('removeWord', { word })}
              maxLength={60}
              most={100}
            />
          </div>
        );
      })}
      <div className="mt-4">
        <LanguagePicker
          value={[]}
          onChange={([code]) => {
            if (code && !(code in words)) onChange({ words: { ...words, [code]: [] } });
          }}
          addLabel={t('addLanguage')}
        />
      </div>
    </>
  );
}
