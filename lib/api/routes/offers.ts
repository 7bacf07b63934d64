import { z } from 'zod';
import { acceptOffer, declineOffer } from '../../commands/answer-offer';
import { endWrapUp } from '../../commands/end-wrap-up';
import { listOffers } from '../../queries/list-offers';
import { nothing } from '../../schemas/nothing';
import { myOffersDto } from '../../schemas/offer';
import { detailDto } from '../../schemas/problem';
import { ticketDto, ticketRef } from '../../schemas/ticket';
import { type Route, route } from '../route';

const tag = 'Offers';
const params = z.strictObject({ ref: ticketRef });
const also = { 409: '`offer_over`: it was answered, has rung for its time, or somebody took it' };

export const offerRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/me/offers',
      tag,
      summary: 'What rings at me, and what I wrap up',
      description: 'After `offers:changed`, and when a window opens.',
      answer: myOffersDto,
    },
    ({ actor }) => listOffers(actor),
  ),
  route(
    {
      method: 'post',
      path: '/me/wrap-up/end',
      tag,
      summary: 'End my wrap-up before its time',
      body: nothing,
      bodyOptional: true,
      answer: myOffersDto,
    },
    ({ actor }) => endWrapUp(actor),
  ),
  route(
    {
      method: 'post',
      path: '/tickets/{ref}/offer/accept',
      tag,
      summary: 'Accept what rings at me',
      params,
      body: nothing,
      bodyOptional: true,
      answer: ticketDto,
      also,
    },
    ({ actor, params, attempt }) => acceptOffer(actor, params.ref, attempt),
  ),
  route(
    {
      method: 'post',
      path: '/tickets/{ref}/offer/decline',
      tag,
      summary: 'Decline it',
      description: 'It rings at the next one, and again here after a minute when nobody else takes it.',
      params,
      body: nothing,
      bodyOptional: true,
      answer: detailDto,
      also,
    },
    ({ actor, params, attempt }) => declineOffer(actor, params.ref, attempt),
  ),
];
