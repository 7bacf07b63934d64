import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { sql } from '../db/transaction';
import { deliveryOf, echoOfPage, isOpen, newMid, tellHouse, type VendorPage } from './messenger-vendor';

/** What the lab's Facebook answers to one call. */
export interface GraphAnswer {
  status: number;
  body: object;
}

const refuse = (status: number, code: number, message: string, sub?: number): GraphAnswer => ({
  status,
  body: {
    error: {
      ...{ message, type: 'OAuthException', code },
      ...(sub ? { error_subcode: sub } : {}),
      fbtrace_id: randomBytes(8).toString('base64url'),
    },
  },
});

/** What goes wrong on demand, once. */
export const TROUBLES = {
  rate: refuse(400, 613, 'Calls to this api have exceeded the rate limit.'),
  server: refuse(500, 2, 'An unexpected error has occurred. Please retry your request later.'),
  unavailable: refuse(400, 551, 'This person isn’t available right now.', 1545041),
} as const;
export type Trouble = keyof typeof TROUBLES;

const sent = z.looseObject({
  recipient: z.looseObject({ id: z.string() }),
  messaging_type: z.enum(['RESPONSE', 'UPDATE', 'MESSAGE_TAG']),
  tag: z.string().optional(),
  message: z.looseObject({
    text: z.string().min(1).max(2_000).optional(),
    metadata: z.string().max(1_000).optional(),
    attachment: z.looseObject({ payload: z.looseObject({ attachment_id: z.string() }) }).optional(),
  }),
});

/** `POST /me/messages`: puts an answer on somebody's telephone, and tells the page's app that it is there. */
export async function graphSend(page: VendorPage, body: unknown): Promise<GraphAnswer> {
  const parsed = sent.safeParse(body);
  if (!parsed.success)
    return refuse(400, 100, `Invalid parameter: ${parsed.error.issues[0]!.path.join('.')}`);
  const { recipient, tag, message } = parsed.data;
  const { rows } = await sql.query<{ trouble: Trouble | null }>(
    `UPDATE lab_messenger_person p SET trouble = NULL FROM lab_messenger_person before
     WHERE p.psid = $1 AND p.page_id = $2 AND before.psid = p.psid RETURNING before.trouble`,
    [recipient.id, page.page_id],
  );
  if (!rows[0]) return refuse(400, 100, 'No matching user found', 2018001);
  if (rows[0].trouble) return TROUBLES[rows[0].trouble];
  if (!(await isOpen(recipient.id, tag === 'HUMAN_AGENT')))
    return refuse(400, 10, 'This message is sent outside of allowed window.', 2018278);
  const mid = newMid();
  const { rows: kept } = await sql.query<{ at: Date }>(
    `INSERT INTO lab_messenger_message (mid, psid, by_page, text, tag, file, file_type, file_name)
     SELECT $1, $2, true, $3, $4, u.file, u.file_type, u.file_name
     FROM (SELECT 1) one LEFT JOIN lab_messenger_upload u ON u.id = $5
     WHERE $3::text IS NOT NULL OR u.id IS NOT NULL RETURNING at`,
    [mid, recipient.id, message.text ?? null, tag ?? null, message.attachment?.payload.attachment_id ?? null],
  );
  if (!kept[0]) return refuse(400, 100, 'Invalid parameter: message');
  const told = { mid, at: kept[0].at, text: message.text ?? null, metadata: message.metadata ?? '' };
  // a while after the answer, as webhooks come
  void tellHouse(page, [
    echoOfPage(page, recipient.id, told),
    deliveryOf(page, recipient.id, [mid], kept[0].at),
  ]);
  return { status: 200, body: { recipient_id: recipient.id, message_id: mid } };
}

/** `POST /me/message_attachments`: keeps a file for a message to come. */
export async function graphUpload(form: FormData): Promise<GraphAnswer> {
  const file = form.get('filedata');
  if (!(file instanceof File) || typeof form.get('message') !== 'string')
    return refuse(400, 100, 'Invalid parameter: filedata');
  const id = String(randomBytes(6).readUIntBE(0, 6));
  await sql.query(
    'INSERT INTO lab_messenger_upload (id, file, file_type, file_name) VALUES ($1, $2, $3, $4)',
    [...[id, Buffer.from(await file.arrayBuffer()), file.type, file.name]],
  );
  return { status: 200, body: { attachment_id: id } };
}

/** `GET /<psid>`: what somebody calls himself. */
export async function graphProfile(psid: string): Promise<GraphAnswer> {
  const { rows } = await sql.query(
    'SELECT psid AS id, first_name, last_name, locale FROM lab_messenger_person WHERE psid = $1',
    [psid],
  );
  return rows[0] ? { status: 200, body: rows[0] } : refuse(400, 100, 'Unsupported get request.', 33);
}
