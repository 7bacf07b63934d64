import { z } from 'zod';
import { addresses } from './post-message';
import { text } from './text';

/** Addresses that somebody is about to put in copy, parted by commas. */
export const recipientsQuery = z.strictObject({
  cc: z
    .string()
    .max(8_000)
    .transform((list): unknown => list.split(',').filter(Boolean))
    .pipe(addresses)
    .optional()
    .meta({ description: 'Asked about in place of who is in copy so far.' }),
});

/** Who will get a public reply, and how. */
export const recipientsDto = z
  .object({
    customer: z.object({
      id: z.string(),
      name: z.string(),
      /**
       * `mail` to `address`; `chat` on the website, and to `address`, if he told one, when he has gone; `messenger`: on his
       * telephone; `portal`: it stands there, and nobody is told; `none`: he cannot come in any more.
       */
      by: z.enum(['mail', 'chat', 'messenger', 'portal', 'none']),
      address: z.string().nullable(),
    }),
    cc: z.array(
      z.object({
        address: z.string(),
        /** Of a person here who has the address. */
        name: z.string().nullable(),
        kind: z.enum(['staff', 'customer', 'outsider']),
        /** New to this ticket: must be named in `confirmed_recipients`. */
        is_new: z.boolean(),
        /** Nobody on this ticket has an address of this domain. */
        is_new_domain: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Recipients' });
export type RecipientsDto = z.infer<typeof recipientsDto>;

export const suggestRecipientsQuery = z.strictObject({
  q: text({ max: 100, line: true, required: false })
    .default('')
    .meta({ description: 'Part of a name or an address.' }),
});

/** Who may be meant by somebody to be put in copy. */
export const recipientSuggestionsDto = z
  .object({ results: z.array(z.object({ address: z.string(), name: z.string().nullable() })) })
  .meta({ id: 'RecipientSuggestions' });
export type RecipientSuggestionsDto = z.infer<typeof recipientSuggestionsDto>;
