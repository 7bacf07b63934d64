import { z } from 'zod';
import { lookAtRating, rateByLink } from '../../commands/rate-by-link';
import { rateTicket } from '../../commands/rate-ticket';
import { linkedRatingDto, rateByLinkInput, rateInput, ratingLinkInput } from '../../schemas/rating';
import { ticketDto, ticketRef } from '../../schemas/ticket';
import { type Route, route } from '../route';

const tag = 'Ratings';
const refusals = {
  409: '`not_resolved`: open, or nobody of the team has answered; `too_late`',
};
const limited = { 429: 'Too many attempts; Retry-After says how long to wait.' };

export const ratingRoutes: Route[] = [
  route(
    {
      method: 'post',
      path: '/tickets/{ref}/rating',
      tag,
      summary: 'Say how the help was',
      description:
        'The ticket’s customer alone, for the resolution that holds: within 30 days, changed within 7. ' +
        'The same again changes nothing.',
      params: z.strictObject({ ref: ticketRef }),
      body: rateInput,
      answer: ticketDto,
      also: refusals,
    },
    ({ actor, params, body, attempt }) => rateTicket(actor, params.ref, body, attempt),
  ),
  route(
    {
      method: 'post',
      path: '/ratings/look',
      tag,
      summary: 'What a mailed link is about',
      description: 'Changes nothing, whoever follows the link.',
      body: ratingLinkInput,
      answer: linkedRatingDto,
      also: limited,
    },
    (call) => lookAtRating(call.body.token, call),
  ),
  route(
    {
      method: 'post',
      path: '/ratings',
      tag,
      summary: 'Say how the help was, with a mailed link',
      description: 'Nobody is signed in by it.',
      body: rateByLinkInput,
      answer: linkedRatingDto,
      also: { ...refusals, ...limited },
    },
    (call) => rateByLink(call.body, call),
  ),
];
