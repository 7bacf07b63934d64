import { z } from 'zod';
import { id } from './id';
import { subject, ticketRef } from './ticket';
import { inFuture } from './time';
import { PROMISE_ACTS } from './values';

export const promiseInput = z
  .strictObject({ at: inFuture, act: z.enum(PROMISE_ACTS).default('remind') })
  .meta({ id: 'Promise', description: 'What happens at `at` if the customer has not answered.' });
export type PromiseInput = z.infer<typeof promiseInput>;

export const mergeInput = z
  .strictObject({
    into: ticketRef,
    confirm_customers: z
      .boolean()
      .default(false)
      .meta({ description: 'The tickets are of two customers, and one shall see what the other wrote.' }),
    add_cc: z
      .boolean()
      .default(false)
      .meta({ description: 'Of two customers: the other one gets copies of the replies from now on.' }),
  })
  .meta({ id: 'Merge' });
export type MergeInput = z.infer<typeof mergeInput>;

export const splitInput = z
  .strictObject({
    messages: z.array(id).min(1).max(100),
    mode: z.enum(['move', 'copy']).default('move'),
    subject: subject.optional().meta({ description: 'The first sentence of the first message unless told.' }),
  })
  .meta({ id: 'Split' });
export type SplitInput = z.infer<typeof splitInput>;
