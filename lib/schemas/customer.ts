import { z } from 'zod';
import { safeHref } from '../rules/safe-href';
import { factDto, knownFactDto } from './customer-facts';
import { mergedCustomerDto } from './customer-merge';
import { customerNoteDto } from './customer-note';
import { status } from './enums';
import { id } from './id';
import { organisationRef } from './organisation';
import { page } from './page';
import { customerHitDto } from './search';
import { personName, text } from './text';

/** An address to click on, as it was typed; `url` is the name of the rule that it broke. */
const linkUrl = text({ max: 500, line: true })
  .overwrite((url) => url.trim())
  .refine((url) => safeHref(url) !== null, 'url');

const label = text({ max: 60, line: true });
export const linkDto = z.strictObject({ label, url: linkUrl }).meta({ id: 'CustomerLink' });

export const customerId = z.strictObject({ id });
export const blockedAgentId = z.strictObject({ id, person: id });
export const customerNoteId = z.strictObject({ id, note: id });

export const listCustomersQuery = z.strictObject({
  q: text({ max: 200, line: true })
    .optional()
    .meta({ description: 'Part of the name, address, external id or telephone number.' }),
  organisation: id.optional().meta({ description: 'Its members.' }),
  ...page,
});
export type ListCustomersQuery = z.infer<typeof listCustomersQuery>;

export const customerListDto = customerHitDto
  .extend({
    is_active: z.boolean(),
    is_vip: z.boolean().meta({ description: 'He himself, whatever his organisation is.' }),
    is_blocked: z.boolean().meta({ description: 'Whatever he writes is spam.' }),
    organisation: organisationRef.extend({ is_vip: z.boolean() }).nullable(),
    created_at: z.string(),
  })
  .meta({ id: 'CustomerInList' });
export type CustomerListDto = z.infer<typeof customerListDto>;

export const customerDto = customerListDto
  .extend({
    locale: z.string(),
    time_zone: z.string(),
    languages: z.array(z.string()),
    facts: z.array(knownFactDto),
    links: z.array(linkDto),
    /** Who was merged into him. */
    merged: z.array(mergedCustomerDto),
    merged_into: z
      .object({ id: z.string(), name: z.string() })
      .nullable()
      .meta({ description: 'Whose part he is; then nothing else of him is his any more.' }),
    /** Routing gives none of his tickets to these; by hand they may have them. `by`: who set it, as far as he is known. */
    blocked_agents: z.array(
      z.object({ id: z.string(), name: z.string(), at: z.string(), by: z.string().nullable() }),
    ),
    /** Newest first. */
    notes: z.array(customerNoteDto),
    /** Of the tickets that the asking person may see. */
    counts: z.object({ unsolved: z.number().int(), total: z.number().int(), capped: z.boolean() }),
    /** The twenty newest of them. */
    tickets: z.array(
      z.object({
        id: z.string(),
        number: z.number().int(),
        subject: z.string(),
        status,
        created_at: z.string(),
      }),
    ),
  })
  .meta({ id: 'Customer' });
export type CustomerDto = z.infer<typeof customerDto>;

export const editCustomerInput = z
  .strictObject({
    name: personName.optional(),
    phone: text({ max: 40, line: true }).nullable().optional(),
    external_id: text({ max: 120, line: true }).nullable().optional(),
    is_vip: z.boolean().optional(),
    is_blocked: z.boolean().optional(),
    organisation: id.nullable().optional(),
    facts: z.array(factDto).max(30).optional(),
    links: z.array(linkDto).max(30).optional(),
  })
  .meta({ id: 'EditCustomer' });
export type EditCustomerInput = z.infer<typeof editCustomerInput>;
