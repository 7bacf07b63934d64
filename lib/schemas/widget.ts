import { z } from 'zod';
import { attachmentDto, attachmentIds } from './attachment';
import { emailAddress } from './email-address';
import { language, languages } from './enums';
import { id } from './id';
import { MAX_BODY } from './message-body';
import { cursor, page } from './page';
import { personName, text } from './text';
import { ASKS_EMAIL, WIDGET_SIDES } from './values';

/**
 * Web chat: what the widget in a visitor's browser says and hears (docs/chat.md), and how admins set up the websites
 * that it stands on.
 */

/** The public name of a website in the loader's line: `w_` and 22 letters of base64url. */
export const widgetKey = text({ max: 60, line: true });

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

/** What a widget has to know before anybody says a word. */
export const widgetConfigDto = z
  .object({
    /** Of the workspace. */
    name: z.string(),
    greeting: z.string(),
    accent: z.string().nullable(),
    side: z.enum(WIDGET_SIDES),
    asks_email: z.enum(ASKS_EMAIL),
    topics: z.array(z.object({ key: z.string(), name: z.string() })),
    languages: z.array(z.string()),
    /** It is open, and somebody is there. Else messages are taken as well, and answered by mail. */
    is_online: z.boolean(),
    /** It is closed now, and open again then. */
    opens_at: z.string().nullable(),
    /** Within which time half of the first answers came of late; null while there are too few to say. */
    reply_seconds: z.number().int().nullable(),
    verified_only: z.boolean(),
    max_file_bytes: z.number().int(),
  })
  .meta({ id: 'WidgetConfig' });
export type WidgetConfigDto = z.infer<typeof widgetConfigDto>;

export const widgetConfigQuery = z.strictObject({
  origin: text({ max: 2_000, line: true, required: false }).optional().meta({
    description: 'Of the page that shows the widget, as the browser tells it.',
  }),
  locale: text({ max: 35, line: true, required: false }).optional().meta({
    description: 'Language of the topics’ names; the browser’s unless told.',
  }),
});
export type WidgetConfigQuery = z.infer<typeof widgetConfigQuery>;

/** Addresses of pages are longer than people think, and titles as well: cut, not refused. */
const cut = (max: number) =>
  z
    .string()
    .max(20_000, { error: 'too_long', abort: true })
    .overwrite((s) =>
      [...s.toWellFormed().replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ')].slice(0, max).join('').trim(),
    )
    .meta({ type: 'string', maxLength: 20_000 });
/** The web's addresses alone; of others nothing is kept, nor what stands behind the # of one, which is its page's own. */
const webAddress = cut(2_000).overwrite((s) => {
  if (!/^https?:\/\//i.test(s) || !URL.canParse(s)) return '';
  const url = new URL(s);
  url.hash = url.username = url.password = '';
  return url.href;
});
const onPage = {
  page_url: webAddress.optional(),
  page_title: cut(300).optional(),
};

/** The website says who this is: `hash` is the HMAC-SHA-256 of `id`, or of `id`, a line feed and `email`. */
const visitorIdentity = z.strictObject({
  id: text({ max: 120, line: true }),
  /** As the website knows it; what is signed is not made canonical before. */
  email: text({ max: 320, line: true }).optional(),
  name: personName.optional(),
  hash: z.string().max(200).meta({ description: 'In hexadecimal.' }),
});
export type VisitorIdentity = z.infer<typeof visitorIdentity>;

export const visitInput = z
  .strictObject({
    ...onPage,
    referrer: webAddress.optional(),
    locale: text({ max: 35, line: true }).optional(),
    identity: visitorIdentity.optional(),
    resume: text({ max: 300, line: true }).optional().meta({
      description:
        'What stands behind `#resume=` in a mailed link: goes on as the visitor of that conversation.',
    }),
  })
  .meta({ id: 'Visit' });
export type VisitInput = z.infer<typeof visitInput>;

export const editVisitorInput = z
  .strictObject({
    name: personName.optional(),
    /** A claim: it is mailed to, and opens nothing. */
    email: emailAddress.nullable().optional(),
    ...onPage,
  })
  .meta({ id: 'EditVisitor' });
export type EditVisitorInput = z.infer<typeof editVisitorInput>;

export const visitorDto = z
  .object({
    id: z.string(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    /** The website vouches for him. */
    is_identified: z.boolean(),
    /** He, or the website, has proved that `email` is his. */
    email_confirmed: z.boolean(),
  })
  .meta({ id: 'Visitor' });
export type VisitorDto = z.infer<typeof visitorDto>;

export const chatMessageDto = z
  .object({
    id: z.string(),
    by: z.enum(['me', 'team']),
    author: z.object({ name: z.string() }),
    body: z.string(),
    /** Made from Markdown once, safe to show as it is; null for plain text. */
    html: z.string().nullable(),
    attachments: z.array(attachmentDto),
    created_at: z.string(),
    /** When the other side had read it. */
    seen_at: z.string().nullable(),
    /** The Idempotency-Key that it was sent with. */
    client_id: z.string().nullable(),
    /** Its text was taken out. */
    is_removed: z.boolean(),
  })
  .meta({ id: 'ChatMessage' });
export type ChatMessageDto = z.infer<typeof chatMessageDto>;

/** A conversation as its visitor sees it. */
export const chatConversationDto = z
  .object({
    id: z.string(),
    number: z.number().int(),
    subject: z.string(),
    state: z.enum(['queued', 'open', 'ended']),
    agent: z.object({ name: z.string() }).nullable(),
    /** Messages of the team that he has not read. */
    unread: z.number().int(),
    last_message: z.object({ body: z.string(), by: z.enum(['me', 'team']), created_at: z.string() }),
    queue: z
      .object({ place: z.number().int().nullable(), wait_seconds: z.number().int().nullable() })
      .nullable(),
    rating: z.object({ score: z.number().int(), comment: z.string().nullable() }).nullable(),
    can_rate: z.boolean(),
    /** Where `ticket:join` goes on (`since`). */
    last_seq: z.number().int(),
    created_at: z.string(),
  })
  .meta({ id: 'ChatConversation' });
export type ChatConversationDto = z.infer<typeof chatConversationDto>;

export const listChatsQuery = z.strictObject(page);
export type ListChatsQuery = z.infer<typeof listChatsQuery>;

export const chatsDto = z.object({
  results: z.array(chatConversationDto),
  next: z.string().nullable(),
});

export const visitDto = z
  .object({
    token: z
      .string()
      .meta({ description: 'Goes as `Authorization: Bearer`, and as the socket’s `auth.token`.' }),
    visitor: visitorDto,
    conversations: z.array(chatConversationDto).meta({ description: 'Open ones first; the newest 20.' }),
  })
  .meta({ id: 'VisitStarted' });
export type VisitDto = z.infer<typeof visitDto>;

const said = {
  body: text({ max: MAX_BODY, required: false }).default(''),
  attachments: attachmentIds.optional(),
};
const saysSomething = ({ body, attachments }: { body: string; attachments?: string[] | undefined }) =>
  body.trim() !== '' || (attachments?.length ?? 0) > 0;
const required = { error: 'required', path: ['body'] };

export const beginChatInput = z
  .strictObject({
    ...said,
    topic: text({ max: 80, line: true }).optional(),
    language: language.optional(),
    name: personName.optional(),
    email: emailAddress.optional(),
  })
  .refine(saysSomething, required)
  .meta({ id: 'BeginChat' });
export type BeginChatInput = z.infer<typeof beginChatInput>;

export const sayInput = z.strictObject(said).refine(saysSomething, required).meta({ id: 'Say' });
export type SayInput = z.infer<typeof sayInput>;

export const begunChatDto = z
  .object({ conversation: chatConversationDto, message: chatMessageDto })
  .meta({ id: 'BegunChat' });
export type BegunChatDto = z.infer<typeof begunChatDto>;

export const readChatQuery = z.strictObject({ before: cursor });
export const chatDetailDto = z
  .object({
    conversation: chatConversationDto,
    messages: z
      .array(chatMessageDto)
      .meta({ description: 'The newest 50, or those `before`, in order of time.' }),
    next: z.string().nullable().meta({ description: 'For `before`: older ones.' }),
  })
  .meta({ id: 'ChatDetail' });
export type ChatDetailDto = z.infer<typeof chatDetailDto>;

export const chatReadInput = z.strictObject({ message_id: id }).meta({ id: 'ChatRead' });
export const confirmVisitorInput = z
  .strictObject({ code: z.string().regex(/^\d{6}$/, 'format') })
  .meta({ id: 'ConfirmVisitor' });

/** What staff sees beside a conversation: who is on the other side, and where. */
export const ticketVisitorDto = z
  .object({
    website: z.string().nullable(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    email_confirmed: z.boolean(),
    is_identified: z.boolean(),
    /** His page is open now; known to 45 seconds. */
    is_here: z.boolean(),
    last_seen_at: z.string(),
    page_url: z.string().nullable(),
    page_title: z.string().nullable(),
    referrer: z.string().nullable(),
    /** What his page speaks. */
    locale: z.string(),
  })
  .meta({ id: 'TicketVisitor' });
export type TicketVisitorDto = z.infer<typeof ticketVisitorDto>;
