'use client';
import { useTranslations } from 'next-intl';
import { Popover } from '@/components/ui/popover';
import { UrgencyGlyph } from '@/components/ui/urgency-glyph';
import type { TicketDto } from '@/lib/schemas/ticket';
import { fieldButtonStyle } from './field-button-style';
import { UrgencyReasons } from './urgency-reasons';

/** How urgent the ticket is, and on a press why. Nothing while nobody has to hurry. */
export function UrgencyWhy({ ticket }: { ticket: TicketDto }) {
  const t = useTranslations('urgency');
  const { urgency = 0, urgency_reasons: reasons = [] } = ticket;
  if (urgency === 0) return null;
  const level = t(`level.${urgency}`);
  return (
    <Popover
      title={t('why', { level })}
      trigger={
        <button type="button" aria-label={t('label', { level })} className={fieldButtonStyle}>
          <UrgencyGlyph level={urgency} />
          {level}
        </button>
      }
    >
      <UrgencyReasons reasons={reasons} />
      <p className="mt-3 border-t pt-2.5 text-micro text-ink-3 text-pretty">{t('byRules')}</p>
    </Popover>
  );
}
