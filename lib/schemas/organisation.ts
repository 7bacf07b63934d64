import { z } from 'zod';
import { canonicalAddress } from './email-address';
import { id } from './id';
import { page } from './page';
import { text } from './text';

export const organisationRef = z.object({ id: z.string(), name: z.string() }).meta({ id: 'OrganisationRef' });

/** The part of an address after the @; who has one there is a customer of the organisation. */
const domain = text({ max: 253, line: true })
  .overwrite((s) => s.trim().toLowerCase().replace(/^@/, ''))
  .refine((s) => canonicalAddress(`a@${s}`) !== null, 'domain')
  .meta({ example: 'acme.example' });

const fields = {
  name: text({ max: 120, line: true }).overwrite((s) => s.trim()),
  domains: z
    .array(domain)
    .max(50)
    .meta({ description: 'Customers with an address there who are in no organisation join, now and later.' }),
  is_vip: z.boolean().meta({ description: 'Counts for all its members: see the rules of urgency.' }),
};
export const createOrganisationInput = z
  .strictObject({ ...fields, domains: fields.domains.default([]), is_vip: fields.is_vip.default(false) })
  .meta({ id: 'CreateOrganisation' });
export type CreateOrganisationInput = z.infer<typeof createOrganisationInput>;
export const editOrganisationInput = z.strictObject(fields).partial().meta({ id: 'EditOrganisation' });
export type EditOrganisationInput = z.infer<typeof editOrganisationInput>;

export const organisationId = z.strictObject({ id });

export const organisationDto = z
  .object({
    id: z.string(),
    name: z.string(),
    domains: z.array(z.string()),
    is_vip: z.boolean(),
    members: z.number().int(),
    created_at: z.string(),
  })
  .meta({ id: 'Organisation' });
export type OrganisationDto = z.infer<typeof organisationDto>;

export const listOrganisationsQuery = z
  .strictObject({
    q: text({ max: 120, line: true }).optional().meta({ description: 'Part of the name, or of a domain.' }),
    ...page,
  })
  .meta({ id: 'ListOrganisations' });
export type ListOrganisationsQuery = z.infer<typeof listOrganisationsQuery>;
