'use client';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import type { UrgencyRules } from '@/lib/schemas/urgency';
import { PointsField } from './points-field';

const MOST_HOURS = 720;
const MOST_WAITS = 6;

interface UrgencyWaitsProps {
  rules: UrgencyRules;
  onChange: (part: Partial<UrgencyRules>) => void;
}

/** Points for waiting so long, and for writing again without an answer. */
export function UrgencyWaits({ rules: { waits, again }, onChange }: UrgencyWaitsProps) {
  const t = useTranslations('urgency.admin');
  const setWait = (at: number, part: Partial<(typeof waits)[number]>) =>
    onChange({ waits: waits.with(at, { ...waits[at]!, ...part }) });
  const setAgain = (part: Partial<typeof again>) => onChange({ again: { ...again, ...part } });
  return (
    <>
      <ul className="flex flex-col gap-3">
        {waits.map((wait, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has nothing else that stays while it is edited
          <li key={at} className="flex items-end gap-5">
            <PointsField
              label={t('hours')}
              value={wait.hours}
              most={MOST_HOURS}
              onChange={(hours) => setWait(at, { hours: Math.max(1, hours) })}
            />
            <PointsField
              label={t('points')}
              value={wait.points}
              onChange={(points) => setWait(at, { points })}
            />
            <IconButton
              label={t('removeWait', { hours: wait.hours })}
              icon={<X aria-hidden className="size-4" />}
              onClick={() => onChange({ waits: waits.filter((_, n) => n !== at) })}
            />
          </li>
        ))}
      </ul>
      {waits.length < MOST_WAITS ? (
        <div>
          <Button
            size="small"
            icon={<Plus aria-hidden className="size-3.5" />}
            onClick={() =>
              onChange({
                waits: [...waits, { hours: Math.min(MOST_HOURS, (waits.at(-1)?.hours ?? 2) * 2), points: 1 }],
              })
            }
          >
            {t('addWait')}
          </Button>
        </div>
      ) : null}
      <fieldset className="mt-2">
        <legend className="text-ui font-[550]">{t('again')}</legend>
        <p className="mt-0.5 mb-3 max-w-[60ch] text-small text-ink-2 text-pretty">{t('againDetail')}</p>
        <div className="flex flex-wrap gap-5">
          <PointsField
            label={t('messages')}
            value={again.messages}
            onChange={(messages) => setAgain({ messages: Math.max(2, messages) })}
          />
          <PointsField
            label={t('hours')}
            value={again.hours}
            most={MOST_HOURS}
            onChange={(hours) => setAgain({ hours: Math.max(1, hours) })}
          />
          <PointsField label={t('points')} value={again.points} onChange={(points) => setAgain({ points })} />
        </div>
      </fieldset>
    </>
  );
}
