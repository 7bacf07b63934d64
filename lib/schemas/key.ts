import { z } from 'zod';
import { id } from './id';
import { text } from './text';
import { personRef } from './ticket';

export const KEY_SCOPES = ['read', 'full'] as const;
const scope = z.enum(KEY_SCOPES);

/** A key for machines; its secret is not here. */
export const keyDto = z
  .object({
    id,
    name: z.string(),
    scope,
    /** Whose rights it has, as long as he may come in. */
    person: personRef.extend({ is_active: z.boolean() }),
    created_by: z.string().nullable(),
    created_at: z.string(),
    last_used_at: z.string().nullable(),
    revoked_at: z.string().nullable(),
  })
  .meta({ id: 'ApiKey' });
export type KeyDto = z.infer<typeof keyDto>;

export const createKeyInput = z
  .strictObject({
    name: text({ max: 80, line: true }),
    scope,
    person: id
      .optional()
      .meta({ description: 'Whose rights it has: an agent or admin; oneself unless told.' }),
  })
  .meta({ id: 'CreateApiKey' });
export type CreateKeyInput = z.infer<typeof createKeyInput>;

export const createdKeyDto = keyDto
  .extend({ key: z.string().meta({ description: 'Shown this once.' }) })
  .meta({ id: 'CreatedApiKey' });
export type CreatedKeyDto = z.infer<typeof createdKeyDto>;
