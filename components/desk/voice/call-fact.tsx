'use client';
import { cx } from 'class-variance-authority';
import { Phone, PhoneMissed, Voicemail } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { CallDto } from '@/lib/schemas/call';
import { callState } from './call-state';

/** In a row of a list: somebody is on the line, or is to be called back. */
export function CallFact({ call }: { call: CallDto }) {
  const t = useTranslations('offers.call.state');
  const state = callState(call);
  if (!state) return null;
  const Icon = state === 'missed' ? PhoneMissed : state === 'left' ? Voicemail : Phone;
  const tone = state === 'missed' || state === 'held' ? 'text-warn' : 'text-accent';
  return (
    <span className={cx('inline-flex shrink-0 items-center gap-1 font-[550]', tone)}>
      <Icon aria-hidden className="size-3" />
      {t(state)}
    </span>
  );
}
