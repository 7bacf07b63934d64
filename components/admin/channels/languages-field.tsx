import { useTranslations } from 'next-intl';
import { FieldGroup } from '@/components/ui/field-group';
import { LanguagePicker } from '@/components/ui/language-picker';

interface LanguagesFieldProps<Code extends string> {
  /** ISO 639-1 codes. */
  value: readonly Code[];
  onChange: (codes: Code[]) => void;
  /** What they do on this channel. */
  hint: string;
  error: string | undefined;
  /** How many there can be. */
  most?: number;
}

/** The languages of a channel's customers. */
export function LanguagesField<Code extends string>({
  value,
  onChange,
  most,
  ...of
}: LanguagesFieldProps<Code>) {
  const t = useTranslations('channels.shared');
  return (
    <FieldGroup label={t('languages')} {...of}>
      <LanguagePicker
        value={value}
        onChange={(codes) => onChange((codes as Code[]).slice(0, most))}
        addLabel={t('addLanguage')}
      />
    </FieldGroup>
  );
}
