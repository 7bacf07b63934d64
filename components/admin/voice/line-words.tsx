import { useLocale, useTranslations } from 'next-intl';
import { languageName } from '@/components/ui/language-name';
import type { PhoneLineDto } from '@/lib/schemas/phone-line';
import { TextField } from '../text-field';

type Words = PhoneLineDto['words'];
const KINDS = [
  ['greeting', 'greeting'],
  ['wait', 'waitWords'],
  ['recorded', 'recordedWords'],
] as const;

interface LineWordsProps {
  languages: PhoneLineDto['languages'];
  /** Its calls are recorded: what is said of that is asked as well. */
  records: boolean;
  value: Words;
  onChange: (words: Words) => void;
  error: string | undefined;
}

/** What is said in each of the line's languages in place of our own words. */
export function LineWords({ languages, records, value, onChange, error }: LineWordsProps) {
  const t = useTranslations('channels.voice');
  const locale = useLocale();
  if (languages.length === 0) return null;
  const kinds = KINDS.filter(([kind]) => records || kind !== 'recorded');
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {languages.flatMap((code) =>
        kinds.map(([kind, label]) => (
          <div key={`${code}-${kind}`} className={kind === 'recorded' ? 'sm:col-span-2' : undefined}>
            <TextField
              label={t(label, { language: languageName(code, locale) })}
              dir="auto"
              lang={code}
              maxLength={500}
              error={error}
              value={value[code]?.[kind] ?? ''}
              onChange={(text) => onChange({ ...value, [code]: { ...value[code], [kind]: text } })}
            />
          </div>
        )),
      )}
      <p className="text-small text-ink-3 sm:col-span-2">{t('ownWords')}</p>
    </div>
  );
}
