'use client';
import { useFormatter, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { presenceOf } from '@/lib/rules/presence';
import type { PresenceDto } from '@/lib/schemas/person';

const DAY = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;

/** How colleagues see somebody, in words: "Break: Lunch", "No connection". Nothing for customers. */
export function usePresenceText(): (presence: PresenceDto | null) => string {
  const t = useTranslations('presence');
  const format = useFormatter();
  return useCallback(
    (presence) => {
      if (presence === null) return '';
      if (presence.absent_until !== null && presence.intent !== 'online')
        return t('absentUntil', { day: format.dateTime(new Date(`${presence.absent_until}T00:00Z`), DAY) });
      const state = t(`states.${presenceOf(presence)}`);
      return presence.reason ? t('withReason', { state, reason: presence.reason }) : state;
    },
    [t, format],
  );
}
