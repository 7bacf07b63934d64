'use client';
import dynamic from 'next/dynamic';
import { useOffers } from '@/components/data/use-offers';

// mostly nobody is in a call
const CallBar = dynamic(() => import('./call-bar').then((file) => file.CallBar));

/** The calls that one is in, on top of every page of staff's. */
export function MyCalls() {
  const calls = useOffers().data?.calls ?? [];
  return calls.map((call) => <CallBar key={call.id} call={call} />);
}
