'use client';
import { useTranslations } from 'next-intl';
import { LabelledSwitch } from '@/components/ui/labelled-switch';
import type { Settings } from '@/lib/schemas/settings';
import { CountField } from './count-field';

type Rule = Settings['ask_rating'];

interface RatingFieldsProps {
  ask: Rule;
  onAsk: (value: Rule) => void;
  errorOf: (name: 'after_hours' | 'every_days') => string | undefined;
  reopens: boolean;
  onReopens: (value: boolean) => void;
}

/** What is offered when it is turned on. */
const USUAL = { after_hours: 24, every_days: 30 };
const FIELDS = [
  ['after_hours', 'ratingHours', 720],
  ['every_days', 'ratingDays', 365],
] as const;

/** Whether and when customers are asked how the help was, and what a low rating does. */
export function RatingFields({ ask, onAsk, errorOf, reopens, onReopens }: RatingFieldsProps) {
  const t = useTranslations('workspace.tickets');
  return (
    <div className="flex flex-col gap-4">
      <LabelledSwitch
        label={t('ratingSwitch')}
        checked={ask !== null}
        onCheckedChange={(on) => onAsk(on ? USUAL : null)}
      />
      {ask === null ? (
        <p className="text-small text-ink-3">{t('ratingOff')}</p>
      ) : (
        <>
          <div className="flex flex-wrap gap-4">
            {FIELDS.map(([name, label, most]) => (
              <CountField
                key={name}
                label={t(label)}
                value={ask[name]}
                most={most}
                error={errorOf(name)}
                onChange={(count) => onAsk({ ...ask, [name]: count })}
              />
            ))}
          </div>
          <p className="max-w-[60ch] text-small text-ink-3 text-pretty">{t('ratingEffect')}</p>
        </>
      )}
      <LabelledSwitch
        label={t('lowReopens')}
        hint={t('lowReopensHint')}
        checked={reopens}
        onCheckedChange={onReopens}
      />
    </div>
  );
}
