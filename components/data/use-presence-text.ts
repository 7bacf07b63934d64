'use client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { presenceOf } from '@/lib/rules/presence';
import type { PresenceDto } from '@/lib/schemas/person';

/** How colleagues see somebody, in words: "Break: Lunch", "No connection". Nothing for customers. */
export function usePresenceText(): (presence: PresenceDto | null) => string {
  const t = useTranslations('presence');
  return useCallback(
    (presence) => {
      if (presence === null) return '';
      const state = t(`states.${presenceOf(presence)}`);
      return presence.reason ? t('withReason', { state, reason: presence.reason }) : state;
    },
    [t],
  );
}
