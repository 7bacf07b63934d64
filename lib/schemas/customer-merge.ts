import { z } from 'zod';
import { id } from './id';

export const mergeCustomersInput = z
  .strictObject({ into: id.meta({ description: 'The customer who is kept.' }) })
  .meta({ id: 'MergeCustomers' });
export type MergeCustomersInput = z.infer<typeof mergeCustomersInput>;

/** A customer who is a part of another one: what names him finds that one. */
export const mergedCustomerDto = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    external_id: z.string().nullable(),
  })
  .meta({ id: 'MergedCustomer' });

const party = z.object({ id: z.string(), name: z.string(), email: z.string().nullable() });
/** What a merge would do, before it is done. */
export const mergePreviewDto = z
  .object({
    source: party,
    target: party,
    tickets: z.number().int(),
    notes: z.number().int(),
    facts: z.number().int(),
    addresses: z
      .array(z.string())
      .meta({ description: 'Whoever has one of these reads all of it afterwards.' }),
    problem: z.string().nullable().meta({ description: 'The code that the merge would be refused with.' }),
  })
  .meta({ id: 'MergePreview' });
export type MergePreviewDto = z.infer<typeof mergePreviewDto>;
