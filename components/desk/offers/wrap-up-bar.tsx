'use client';
import { useOffers } from '@/components/data/use-offers';
import { WrapUp } from './wrap-up';

/** Where the presence lies in a drawer, the wrap-up stands above the page. */
export function WrapUpBar() {
  const wrapUps = useOffers().data?.wrap_ups ?? [];
  if (wrapUps.length === 0) return null;
  return (
    <div className="border-b bg-canvas px-4 py-0.5 lg:hidden">
      <WrapUp wrapUps={wrapUps} />
    </div>
  );
}
