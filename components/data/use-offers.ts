'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MyOffersDto, OfferDto } from '@/lib/schemas/offer';
import type { TicketDto } from '@/lib/schemas/ticket';
import { api } from './api';
import { newKey } from './new-key';
import { queryKeys } from './query-keys';
import { refreshLists } from './refresh-lists';

/** What rings at one, and what one wraps up. Pushes fetch it again, so it rings in every window, also a new one. */
export function useOffers() {
  return useQuery({
    queryKey: queryKeys.offers,
    queryFn: ({ signal }) => api.get<MyOffersDto>('/me/offers/', { signal }),
  });
}

/** Accepts or declines; here it stops ringing at once, in other windows with the push. */
export function useAnswerOffer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ offer, answer }: { offer: OfferDto; answer: 'accept' | 'decline' }) =>
      api.post<TicketDto | { detail: string }>(
        `/tickets/${offer.ticket.id}/offer/${answer}/`,
        {},
        { key: newKey() },
      ),
    onMutate: async ({ offer }) => {
      await client.cancelQueries({ queryKey: queryKeys.offers });
      client.setQueryData<MyOffersDto>(
        queryKeys.offers,
        (now) => now && { ...now, results: now.results.filter(({ id }) => id !== offer.id) },
      );
    },
    onSettled: (_answer, _error, { offer }) => {
      refreshLists(client);
      void client.invalidateQueries({ queryKey: queryKeys.ticket(offer.ticket.number) });
      return client.invalidateQueries({ queryKey: queryKeys.offers });
    },
  });
}

/** Ends all wrap-ups before their time. */
export function useEndWrapUp() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<MyOffersDto>('/me/wrap-up/end/', {}),
    onSuccess: (offers) => client.setQueryData(queryKeys.offers, offers),
  });
}
