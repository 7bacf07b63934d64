'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useOffers } from '@/components/data/use-offers';
import { useTitleBadge } from '../notices/use-title-badge';
import { useRingNotification } from './use-ring-notification';
import { useRingTone } from './use-ring-tone';

// mostly nothing rings
const OfferCards = dynamic(() => import('./offer-cards').then((file) => file.OfferCards));

/** What rings at the reader, at the top of whatever page he is on; with sound, and a sign before the title. */
export function Ringing() {
  const t = useTranslations('offers');
  const results = useOffers().data?.results ?? [];
  const first = results[0];
  useTitleBadge('ringing', first ? '☎ ' : '');
  useRingTone(first !== undefined);
  const announced = first ? t('announced', { kind: first.kind, name: first.customer.name }) : '';
  useRingNotification(first, announced);
  return (
    <>
      <p role="alert" className="sr-only">
        {announced}
      </p>
      {first ? <OfferCards offers={results} /> : null}
    </>
  );
}
