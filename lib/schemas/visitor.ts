import { z } from 'zod';
import { chatConversationDto } from './chat';
import { emailAddress } from './email-address';
import { personName, text } from './text';

/** Who is on the other side of a web chat: as his page says, and as staff sees him. */

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
