import { z } from 'zod';
import { myCallDto } from './call';
import { organisationRef } from './organisation';
import { routingReason } from './ticket';

const kind = z.enum(['call', 'chat']);

/** What rings at the asking person, with what he needs to decide. */
export const offerDto = z
  .object({
    id: z.string(),
    kind,
    at: z.string(),
    until: z.string(),
    ticket: z.object({
      id: z.string(),
      number: z.number().int(),
      subject: z.string(),
      topic: z.string().nullable(),
      languages: z.array(z.string()),
      /** Since when the customer waits. */
      since: z.string(),
    }),
    customer: z.object({
      id: z.string(),
      name: z.string(),
      is_vip: z.boolean(),
      organisation: organisationRef.nullable(),
    }),
    /** Why him. */
    routing: routingReason,
  })
  .meta({ id: 'Offer' });
export type OfferDto = z.infer<typeof offerDto>;

/** A place that is still taken after a call or chat, so that there is time to write down what was said. */
export const wrapUpDto = z
  .object({
    id: z.string(),
    kind,
    until: z.string(),
    ticket: z.object({ id: z.string(), number: z.number().int(), subject: z.string() }),
  })
  .meta({ id: 'WrapUp' });

export const myOffersDto = z
  .object({
    results: z.array(offerDto),
    calls: z.array(myCallDto),
    /** Calls come in by telephone, and there is none to put them through to. */
    needs_telephone: z.boolean(),
    wrap_ups: z.array(wrapUpDto),
  })
  .meta({ id: 'MyOffers' });
export type MyOffersDto = z.infer<typeof myOffersDto>;
export type WrapUpDto = MyOffersDto['wrap_ups'][number];
