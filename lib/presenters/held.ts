import type { AttachmentDto } from '../schemas/attachment';
import type { HeldMessageDto } from '../schemas/message';
import type { PostMessageInput } from '../schemas/post-message';
import type { Role, SendIf, StopReason } from '../schemas/values';

/** A row of `held_message` with its author. */
export interface HeldRow {
  id: string;
  ticket_id: string;
  author_id: string;
  author_name: string;
  author_role: Role;
  input: PostMessageInput;
  html: string | null;
  mentions: { id: string; name: string }[] | null;
  client_id: string | null;
  send_at: Date;
  send_if: SendIf;
  state: 'held' | 'stopped' | 'undone' | 'sent';
  stop_reason: StopReason | null;
  created_at: Date;
  files: AttachmentDto[] | null;
}

/** For staff alone: to a customer it does not exist. */
export function presentHeld(row: HeldRow): HeldMessageDto {
  if (row.state !== 'held' && row.state !== 'stopped')
    throw new Error(`held message ${row.id} is ${row.state}`);
  const { input } = row;
  return {
    id: row.id,
    author: { id: row.author_id, name: row.author_name, role: row.author_role },
    body: input.body,
    format: row.html === null ? 'text' : 'markdown',
    html: row.html,
    is_internal: input.is_internal,
    cc: input.cc ?? [],
    attachments: row.files ?? [],
    created_at: row.created_at.toISOString(),
    client_id: row.client_id,
    mentions: row.mentions ?? [],
    status: input.status ?? null,
    send_at: row.send_at.toISOString(),
    send_if: row.send_if,
    state: row.state,
    stop_reason: row.stop_reason,
  };
}
