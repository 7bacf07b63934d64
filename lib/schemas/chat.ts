import { z } from 'zod';
import { attachmentDto, attachmentIds } from './attachment';
import { emailAddress } from './email-address';
import { language } from './enums';
import { id } from './id';
import { MAX_BODY } from './message-body';
import { cursor, page } from './page';
import { personName, text } from './text';

/** What the web chat in a visitor's browser says and hears (docs/chat.md). */

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
