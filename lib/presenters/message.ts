import type { DeliveryDto, MessageDto } from '../schemas/message';
import type { Channel, MessageFormat, Role } from '../schemas/values';
import { placePictures } from './place-pictures';
import type { Audience } from './ticket';

/** A message with its author and, for replies, what the mail ledger knows. Made by `messageRows`. */
export interface MessageRow {
  id: string;
  ticket_id: string;
  author_id: string;
  author_name: string;
  author_role: Role;
  is_internal: boolean;
  body: string;
  format: MessageFormat;
  html: string | null;
  cc: string[];
  client_id: string | null;
  created_at: Date;
  edited_at: Date | null;
  removed_at: Date | null;
  removed_by_name: string | null;
  origin_ticket_id: string | null;
  origin_number: number | null;
  attachments: { id: string; name: string; media_type: string; size: number }[] | null;
  mentions: { id: string; name: string }[] | null;
  mail_state: DeliveryDto['state'] | 'spared' | null;
  mail_error: string | null;
  /** By which way it came to us. */
  via: Channel;
  messenger_state: DeliveryDto['state'] | null;
  messenger_error: string | null;
  /** Of the mail that it came by; null when it came another way. */
  is_forged: boolean | null;
  /** Of a call. */
  recording: MessageDto['recording'];
  /** Its customer has seen it on his page. */
  is_read: boolean;
  /** By mail, or in the chat that it is of. */
  customer_is_reached: boolean;
}

/** Internal notes end here: a caller that asks for a customer never gets one. */
export function presentMessage(row: MessageRow, audience: Audience): MessageDto {
  if (row.is_internal && audience === 'customer')
    throw new Error(`note ${row.id} asked for by a customer's presenter`);
  return {
    id: row.id,
    author: { id: row.author_id, name: row.author_name, role: row.author_role },
    body: row.body,
    format: row.format,
    html: row.format === 'html' && row.html ? placePictures(row.html, row.attachments ?? []) : row.html,
    is_internal: row.is_internal,
    // who else got it is staff's to know
    cc: audience === 'staff' ? row.cc : [],
    attachments: row.attachments ?? [],
    delivery: audience === 'staff' ? deliveryOf(row) : null,
    mail: audience === 'staff' && row.is_forged !== null ? { is_forged: row.is_forged } : null,
    recording: audience === 'staff' && !row.removed_at ? row.recording : null,
    created_at: row.created_at.toISOString(),
    origin:
      audience === 'staff' && row.origin_ticket_id && row.origin_number !== null
        ? { id: row.origin_ticket_id, number: row.origin_number }
        : null,
    edited_at: row.edited_at?.toISOString() ?? null,
    removed: row.removed_at
      ? { at: row.removed_at.toISOString(), by: audience === 'staff' ? row.removed_by_name : null }
      : null,
    client_id: row.client_id,
    mentions: audience === 'staff' ? (row.mentions ?? []) : [],
  };
}

function deliveryOf(row: MessageRow): DeliveryDto | null {
  if (row.is_internal || row.author_role === 'customer') return null;
  if (row.messenger_state)
    return { state: row.messenger_state, detail: row.messenger_error, via: 'messenger' };
  // somebody wrote it there
  if (row.via === 'MESSENGER') return { state: 'sent', detail: null, via: 'messenger' };
  // what came back is news, also of what he has read on the page
  if (row.mail_state === 'spared' || (row.is_read && row.mail_state !== 'bounced'))
    return { state: 'read', detail: null };
  if (row.mail_state) return { state: row.mail_state, detail: row.mail_error };
  return row.customer_is_reached ? null : { state: 'no_address', detail: null };
}
