'use client';
import { useTranslations } from 'next-intl';
import { useAnswerOffer } from '@/components/data/use-offers';
import { useProblemText } from '@/components/data/use-problem-text';
import { toast } from '@/components/ui/toast';
import type { OfferDto, WrapUpDto } from '@/lib/schemas/offer';
import { useCommandPart } from '../commands/command-context';
import { useStaff } from '../desk-context';
import { OfferCard } from './offer-card';
import { WrapUp } from './wrap-up';

/** More lie below each other than anybody could answer at once. */
const SHOWN = 3;

interface OfferCardsProps {
  offers: readonly OfferDto[];
  wrapUps: readonly WrapUpDto[];
}

/** Over the head of the page, where nothing is typed: the one that has rung longest first, which the keys mean. */
export function OfferCards({ offers, wrapUps }: OfferCardsProps) {
  const t = useTranslations('offers');
  const { go } = useStaff();
  const { problem } = useProblemText();
  const answering = useAnswerOffer();
  const first = offers[0];
  const onError = (error: unknown) => void toast.error(t('failed'), { description: problem(error) });
  const accept = (offer: OfferDto) =>
    answering.mutate(
      { offer, answer: 'accept' },
      { onSuccess: () => go(offer.ticket.number, { view: 'mine' }), onError },
    );
  const decline = (offer: OfferDto) => answering.mutate({ offer, answer: 'decline' }, { onError });
  useCommandPart('offer', first ? { accept: () => accept(first), decline: () => decline(first) } : null);
  return (
    <div className="pointer-events-none fixed inset-x-0 top-0 z-40 flex flex-col items-center gap-2 p-2 sm:p-3">
      {offers.slice(0, SHOWN).map((offer, place) => (
        <OfferCard
          key={offer.id}
          offer={offer}
          hasKeys={place === 0}
          onAccept={() => accept(offer)}
          onDecline={() => decline(offer)}
        />
      ))}
      {offers.length > SHOWN ? (
        <p className="rounded-full border bg-raised px-3 py-1 text-small text-ink-2 shadow-float">
          {t('more', { count: offers.length - SHOWN })}
        </p>
      ) : null}
      {wrapUps.length > 0 ? (
        // beside the presence where that is on the screen
        <div className="pointer-events-auto rounded-full border bg-raised ps-3 pe-1 shadow-float lg:hidden">
          <WrapUp wrapUps={wrapUps} />
        </div>
      ) : null}
    </div>
  );
}
