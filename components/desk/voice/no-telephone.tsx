'use client';
import { PhoneOff } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useOffers } from '@/components/data/use-offers';

/** Calls come in here, and cannot reach this person. */
export function NoTelephone() {
  const t = useTranslations('offers.call');
  if (!useOffers().data?.needs_telephone) return null;
  return (
    <p className="mt-2 flex items-start gap-1.5 px-2.5 text-small text-warn lg:max-xl:hidden">
      <PhoneOff aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span className="text-pretty">
        {t('noTelephone')}{' '}
        <Link href="/account#profile" prefetch={false} className="font-[550] text-accent hover:underline">
          {t('enterTelephone')}
        </Link>
      </span>
    </p>
  );
}
