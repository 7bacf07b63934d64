'use client';
import { useTranslations } from 'next-intl';
import { useAnswerOffer } from '@/components/data/use-offers';
import { useProblemText } from '@/components/data/use-problem-text';
import { toast } from '@/components/ui/toast';
import type { OfferDto } from '@/lib/schemas/offer';
import { useCommandPart } from '../commands/command-context';
import { useStaff } from '../desk-context';
import { OfferCard } from './offer-card';

/** More lie below each other than anybody could answer at once. */
const SHOWN = 3;

/** Over the head of the page, where nothing is typed: the one that has rung longest first, which the keys mean. */
export function OfferCards({ offers }: { offers: readonly OfferDto[] }) {
  const t = useTranslations('offers');
  const { go } = useStaff();
  const { problem } = useProblemText();
  const answering = useAnswerOffer();
  const first = offers[0];
  // promises, for with the last offer this is gone from the screen
  const answer = (offer: OfferDto, how: 'accept' | 'decline') =>
    answering
      .mutateAsync({ offer, answer: how })
      .catch((error: unknown) => void toast.error(t('failed'), { description: problem(error) }));
  const accept = async (offer: OfferDto) => {
    if (await answer(offer, 'accept')) go(offer.ticket.number, { view: 'mine' });
  };
  const decline = (offer: OfferDto) => void answer(offer, 'decline');
  useCommandPart('offer', first ? { accept: () => accept(first), decline: () => decline(first) } : null);
  return (
    <div className="pointer-events-none fixed inset-x-0 top-0 z-40 flex flex-col items-center gap-2 p-2 sm:p-3">
      {offers.slice(0, SHOWN).map((offer, place) => (
        <OfferCard
          key={offer.id}
          offer={offer}
          hasKeys={place === 0}
          onAccept={() => void accept(offer)}
          onDecline={() => decline(offer)}
        />
      ))}
      {offers.length > SHOWN ? (
        <p className="rounded-full border bg-raised px-3 py-1 text-small text-ink-2 shadow-float">
          {t('more', { count: offers.length - SHOWN })}
        </p>
      ) : null}
    </div>
  );
}
