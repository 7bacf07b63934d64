import { z } from 'zod';
import { knownFactDto } from './customer-facts';
import { mergedCustomerDto } from './customer-merge';
import { customerNoteDto } from './customer-note';
import { status } from './enums';
import { organisationRef } from './organisation';
import { SCORES } from './values';

/** What the context column shows staff beside a ticket. */
export const ticketContextDto = z
  .object({
    customer: z.object({
      id: z.string(),
      name: z.string(),
      email: z.string().nullable(),
      external_id: z.string().nullable(),
      phone: z.string().nullable(),
      facts: z.array(knownFactDto),
      merged: z.array(mergedCustomerDto),
      notes: z.array(customerNoteDto),
      links: z.array(z.object({ label: z.string(), url: z.string() })),
      is_vip: z.boolean().meta({ description: 'He or his organisation is.' }),
      organisation: organisationRef.nullable(),
      locale: z.string(),
      time_zone: z.string(),
      created_at: z.string(),
      ratings: z
        .array(
          z.object({
            number: z.number().int(),
            score: z.literal([...SCORES]),
            comment: z.string().nullable(),
            agent: z.string().nullable().meta({ description: 'Whose answer it is about.' }),
            answered_at: z.string(),
          }),
        )
        .meta({ description: 'His three latest, of tickets that the reader may see.' }),
    }),
    earlier: z.array(
      z.object({
        id: z.string(),
        number: z.number().int(),
        subject: z.string(),
        status,
        topic: z.string().nullable(),
        updated_at: z.string(),
        created_at: z.string(),
      }),
    ),
  })
  .meta({ id: 'TicketContext' });
export type TicketContextDto = z.infer<typeof ticketContextDto>;
