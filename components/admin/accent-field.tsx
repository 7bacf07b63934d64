'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { accentTokens, HOUSE_ACCENT, isReadableAccent } from '@/lib/rules/accent';
import { contrast } from '@/lib/rules/contrast';
import { AccentPreview } from './accent-preview';

const HEX = /^#[0-9a-f]{6}$/;

interface AccentFieldProps {
  /** `#rrggbb`; null is the house's own. */
  value: string | null;
  /** The workspace's name, for the preview. */
  name: string;
  error?: string | undefined;
  onChange: (accent: string | null) => void;
}

/** A colour by picker or by hand. What is too light for text is darkened, and the form says so before it is saved. */
export function AccentField({ value, name, error, onChange }: AccentFieldProps) {
  const t = useTranslations('workspace.general');
  const [typed, setTyped] = useState<string | null>(null);
  const shown = value ?? HOUSE_ACCENT.light.accent;
  const text = typed ?? value ?? '';
  const type = (raw: string) => {
    const hex = `#${raw.trim().toLowerCase().replace(/^#/, '')}`;
    setTyped(raw);
    if (raw.trim() === '') onChange(null);
    else if (HEX.test(hex)) onChange(hex);
  };
  const broken =
    typed !== null && typed.trim() !== '' && !HEX.test(`#${typed.trim().toLowerCase().replace(/^#/, '')}`);
  return (
    <>
      <Field label={t('accent')} hint={t('accentHint')} error={broken ? t('accentBroken') : error}>
        <div className="flex items-center gap-2">
          <input
            type="color"
            aria-label={t('accentPick')}
            value={shown}
            onChange={(event) => {
              setTyped(null);
              onChange(event.target.value);
            }}
            className="size-control shrink-0 cursor-pointer rounded-control border border-line-strong bg-surface p-1"
          />
          <Input
            value={text}
            maxLength={9}
            spellCheck={false}
            autoComplete="off"
            placeholder={HOUSE_ACCENT.light.accent}
            onChange={(event) => type(event.target.value)}
            onBlur={() => {
              if (!broken) setTyped(null);
            }}
            className="max-w-36 font-mono"
          />
          {value === null ? null : (
            <Button
              variant="quiet"
              onClick={() => {
                setTyped(null);
                onChange(null);
              }}
            >
              {t('accentReset')}
            </Button>
          )}
        </div>
      </Field>
      {isReadableAccent(shown) ? null : (
        <p role="status" className="rounded-control bg-note px-3 py-2 text-small text-note-ink text-pretty">
          {t('accentLight', {
            ratio: (Math.floor(contrast(shown, '#ffffff') * 10) / 10).toFixed(1),
            colour: accentTokens(shown).light.accent,
          })}
        </p>
      )}
      <AccentPreview accent={value} name={name} />
    </>
  );
}
