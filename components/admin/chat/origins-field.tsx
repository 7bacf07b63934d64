'use client';
import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';

/** The addresses in a text, as browsers name origins: of a whole address only what they compare is kept. */
export const originsIn = (text: string): string[] =>
  text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((line) => {
      const address = line.includes('://') ? line : `https://${line}`;
      return URL.canParse(address) ? new URL(address).origin : line;
    });

interface OriginsFieldProps {
  /** One a line. */
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
}

export function OriginsField({ value, onChange, error }: OriginsFieldProps) {
  const t = useTranslations('websites');
  return (
    <Field label={t('origins')} hint={t('originsHint')} error={error}>
      <Textarea
        dir="ltr"
        rows={2}
        className="max-h-48"
        placeholder="https://www.example.com"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
