import { z } from 'zod';
import { MESSENGER_EVENT_KINDS, MESSENGER_EVENT_STATES, MESSENGER_REASONS } from '../rules/messenger-states';
import { id } from './id';
import { page } from './page';
import { text } from './text';
import { LANGUAGES } from './values';

const fields = {
  name: text({ max: 100, line: true }).overwrite((s) => s.trim()),
  /** Team of the tickets that begin here. */
  team_id: id.nullable(),
  /** In which its customers are served: a ticket asks for one of them; none: for what it is written in. */
  languages: z
    .array(z.enum(LANGUAGES))
    .max(20)
    .overwrite((list) => [...new Set(list)]),
  /** Facebook lets its people answer for seven days. */
  human_agent: z.boolean(),
};
/** What Facebook gave: never told again. */
const secret = text({ max: 1_000, line: true }).overwrite((s) => s.trim());

export const messengerPageDto = z
  .object({
    id: z.string(),
    /** Facebook's number of it. */
    page_id: z.string(),
    ...fields,
    is_active: z.boolean(),
    /** Of the lab: its Facebook is played. */
    is_lab: z.boolean(),
    last_event_at: z.string().nullable(),
    /** The newest answer that did not arrive. */
    last_failure: z.object({ at: z.string(), error: z.string(), ticket: z.number().int() }).nullable(),
    /** How many answers wait for another try. */
    waiting: z.number().int(),
    created_at: z.string(),
  })
  .meta({ id: 'MessengerPage' });
export type MessengerPageDto = z.infer<typeof messengerPageDto>;

export const createMessengerPageInput = z
  .strictObject({
    page_id: z.string().regex(/^\d{1,30}$/, 'digits'),
    name: fields.name,
    access_token: secret,
    app_secret: secret,
    team_id: fields.team_id.default(null),
    languages: fields.languages.default([]),
    human_agent: fields.human_agent.default(false),
  })
  .meta({ id: 'CreateMessengerPage' });
export type CreateMessengerPageInput = z.infer<typeof createMessengerPageInput>;

/** What is left out stays. */
export const editMessengerPageInput = z
  .strictObject({
    name: fields.name.optional(),
    access_token: secret.optional(),
    app_secret: secret.optional(),
    team_id: fields.team_id.optional(),
    languages: fields.languages.optional(),
    human_agent: fields.human_agent.optional(),
    is_active: z.boolean().optional(),
  })
  .meta({ id: 'EditMessengerPage' });
export type EditMessengerPageInput = z.infer<typeof editMessengerPageInput>;

/** What is entered at Facebook. */
export const messengerWebhookDto = z
  .object({ url: z.string(), verify_token: z.string() })
  .meta({ id: 'MessengerWebhook' });
export type MessengerWebhookDto = z.infer<typeof messengerWebhookDto>;

/** What Facebook says of the token: `name` of the page that it opens, or what is wrong with it. */
export const messengerTestDto = z
  .object({ is_ok: z.boolean(), name: z.string().nullable(), problem: z.string().nullable() })
  .meta({ id: 'MessengerTest' });
export type MessengerTestDto = z.infer<typeof messengerTestDto>;

const hub = z.string().max(500).optional();
/** As Facebook asks whether somebody is there. */
export const verifyMessengerQuery = z.object({
  'hub.mode': hub,
  'hub.verify_token': hub,
  'hub.challenge': hub,
});
export type VerifyMessengerQuery = z.infer<typeof verifyMessengerQuery>;

export const takenWebhookDto = z.object({ received: z.number().int() });

export const listMessengerEventsQuery = z.strictObject({
  ...page,
  state: z.enum(MESSENGER_EVENT_STATES).optional(),
  page: id.optional(),
});
export type ListMessengerEventsQuery = z.infer<typeof listMessengerEventsQuery>;

export const messengerEventDto = z
  .object({
    id: z.string(),
    page: z.object({ id: z.string(), name: z.string() }),
    kind: z.enum(MESSENGER_EVENT_KINDS),
    state: z.enum(MESSENGER_EVENT_STATES),
    reason: z.enum(MESSENGER_REASONS).nullable(),
    detail: z.string().nullable(),
    /** Who it is about, where we know him. */
    contact: z.string().nullable(),
    ticket: z.object({ number: z.number().int() }).nullable(),
    received_at: z.string(),
  })
  .meta({ id: 'MessengerEvent' });
export type MessengerEventDto = z.infer<typeof messengerEventDto>;

export const rereadEventDto = z.object({ id: z.string() });

/** Until when a ticket's customer may be answered by Messenger; `window` is null where answers go another way. */
export const messagingDto = z
  .object({
    window: z
      .object({
        page: z.string(),
        state: z.enum(['open', 'human_agent', 'closed', 'off']),
        ends_at: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'Messaging' });
export type MessagingDto = z.infer<typeof messagingDto>;
