'use client';
import { useTranslations } from 'next-intl';
import { LabelledSwitch } from '@/components/ui/labelled-switch';
import type { Settings } from '@/lib/schemas/settings';
import { CountField } from './count-field';

type Rule = Settings['auto_close'];

interface AutoCloseFieldsProps {
  value: Rule;
  onChange: (value: Rule) => void;
  errorOf: (name: 'after_days' | 'notice_days') => string | undefined;
}

/** What is offered when it is turned on. */
const USUAL = { after_days: 14, notice_days: 3 };
const FIELDS = [
  ['after_days', 'afterDays', 365],
  ['notice_days', 'noticeDays', 30],
] as const;

/** Whether, and after how long, age may end a ticket that waits for its customer. */
export function AutoCloseFields({ value, onChange, errorOf }: AutoCloseFieldsProps) {
  const t = useTranslations('workspace.tickets');
  return (
    <div className="flex flex-col gap-4">
      <LabelledSwitch
        label={t('autoCloseSwitch')}
        checked={value !== null}
        onCheckedChange={(on) => onChange(on ? USUAL : null)}
      />
      {value === null ? (
        <p className="text-small text-ink-3">{t('autoCloseOff')}</p>
      ) : (
        <>
          <div className="flex flex-wrap gap-4">
            {FIELDS.map(([name, label, most]) => (
              <CountField
                key={name}
                label={t(label)}
                value={value[name]}
                most={most}
                error={errorOf(name)}
                onChange={(count) => onChange({ ...value, [name]: count })}
              />
            ))}
          </div>
          {value.notice_days > 0 && value.after_days > value.notice_days ? (
            <p className="max-w-[60ch] text-small text-ink-3 text-pretty">
              {t('autoCloseEffect', { told: value.after_days - value.notice_days, days: value.after_days })}
            </p>
          ) : null}
        </>
      )}
    </div>
  );
}
