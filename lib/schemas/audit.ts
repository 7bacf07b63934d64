import { z } from 'zod';
import { id } from './id';
import { page } from './page';
import { personRef } from './ticket';

const dateOrTime = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

export const listAuditQuery = z.strictObject({
  actor: z
    .union([z.literal('house'), id])
    .optional()
    .meta({ description: 'Who did it; `house` is the product itself.' }),
  person: id.optional().meta({ description: 'Who did it, or whom it was done to.' }),
  type: z
    .string()
    .regex(/^[a-z_]+\.[a-z_]+(,[a-z_]+\.[a-z_]+){0,29}$/, 'format')
    .max(1000)
    .transform((s) => s.split(','))
    .optional(),
  from: dateOrTime.optional(),
  to: dateOrTime.optional().meta({ description: 'Up to, without it. A date means its beginning, UTC.' }),
  ...page,
});
export type ListAuditQuery = z.infer<typeof listAuditQuery>;

const anything = z.unknown().meta({ type: ['string', 'number', 'boolean', 'object', 'array', 'null'] });

/** The same filters, for all of it. */
export const exportAuditQuery = listAuditQuery.omit({ limit: true, cursor: true });
export type ExportAuditQuery = z.infer<typeof exportAuditQuery>;

/** One act: who, what, to whom, with old and new values where it keeps them. */
export const auditDto = z
  .object({
    id: z.string(),
    type: z.string(),
    created_at: z.string(),
    actor: personRef.nullable().meta({ description: 'Null: the product itself.' }),
    person: personRef.nullable().meta({ description: 'Whom it was done to.' }),
    /** Number of the ticket it was done to. */
    ticket: z.number().int().nullable(),
    /** What the thing is called that it was done to: a topic's key, a short code, a team's name. */
    subject: z.string().nullable(),
    /** What is another now; `old` and `new` are left out where the log keeps no values. */
    changes: z.array(z.object({ field: z.string(), old: anything.optional(), new: anything.optional() })),
    request_id: z.string().nullable(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditDto = z.infer<typeof auditDto>;
