import { z } from 'zod';
import { languages } from './enums';
import { id } from './id';
import { text } from './text';
import { ASKS_EMAIL, WIDGET_SIDES } from './values';

/** How admins set up the websites that the web chat stands on (docs/chat.md). */

const ORIGIN = /^https?:\/\/([a-z0-9.-]+|\[[0-9a-f:]+\])(:\d{1,5})?$/;
/** Scheme, host and port of a page, as browsers name it. */
const origin = z
  .string()
  .max(260)
  .overwrite((s) => s.trim().toLowerCase().replace(/\/$/, ''))
  // it is written into a policy of ours: letters that mean nothing there
  .refine((s) => ORIGIN.test(s) && URL.canParse(s) && new URL(s).origin === s, 'origin')
  .meta({ description: 'Scheme, host and port.', example: 'https://shop.example' });

const websiteFields = {
  name: text({ max: 80, line: true }).overwrite((s) => s.trim()),
  /** Pages that may show it; none: any. */
  origins: z
    .array(origin)
    .max(50)
    .overwrite((list) => [...new Set(list)]),
  /** Id of the team that its conversations wait for, where their topic names none. */
  team: id.nullable(),
  /** To choose from before the first message; none: all that the team speaks. */
  languages,
  asks_email: z.enum(ASKS_EMAIL),
  /** Empty: the usual words, in the visitor's language. */
  greeting: text({ max: 500, required: false }),
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/, 'colour')
    .nullable(),
  side: z.enum(WIDGET_SIDES),
  /** Only visitors whom the website vouches for. */
  verified_only: z.boolean(),
};

/** A website as admins see it. `*_seen_at`: when a browser asked for its widget. */
export const websiteDto = z
  .object({
    id: z.string(),
    key: z.string(),
    ...websiteFields,
    is_active: z.boolean(),
    first_seen_at: z.string().nullable(),
    last_seen_at: z.string().nullable(),
    created_at: z.string(),
  })
  .meta({ id: 'Website' });
export type WebsiteDto = z.infer<typeof websiteDto>;

export const createWebsiteInput = z
  .strictObject({
    name: websiteFields.name,
    origins: websiteFields.origins.default([]),
    team: websiteFields.team.default(null),
    languages: languages.default([]),
    asks_email: websiteFields.asks_email.default('optional'),
    greeting: websiteFields.greeting.default(''),
    accent: websiteFields.accent.default(null),
    side: websiteFields.side.default('end'),
    verified_only: z.boolean().default(false),
  })
  .meta({ id: 'CreateWebsite' });
export type CreateWebsiteInput = z.infer<typeof createWebsiteInput>;

/** What is left out stays. */
export const editWebsiteInput = z
  .strictObject({
    name: websiteFields.name.optional(),
    origins: websiteFields.origins.optional(),
    team: websiteFields.team.optional(),
    languages: languages.optional(),
    asks_email: websiteFields.asks_email.optional(),
    greeting: websiteFields.greeting.optional(),
    accent: websiteFields.accent.optional(),
    side: websiteFields.side.optional(),
    verified_only: z.boolean().optional(),
    is_active: z.boolean().optional(),
  })
  .meta({ id: 'EditWebsite' });
export type EditWebsiteInput = z.infer<typeof editWebsiteInput>;

/** With it the website says who its visitors are. */
export const identitySecretDto = z.object({ secret: z.string() }).meta({ id: 'IdentitySecret' });
export type IdentitySecretDto = z.infer<typeof identitySecretDto>;
