import { messageRows } from '../db/sql/message-rows';
import { ticketRows } from '../db/sql/ticket-row';
import { type Sql, sql } from '../db/transaction';
import { type ChatRow, isQueued, presentChat, presentChatMessage, type ReadMark } from '../presenters/chat';
import type { MessageRow } from '../presenters/message';
import type { Actor, Visit } from '../rules/permissions';
import type { ChatConversationDto, ChatDetailDto, ChatMessageDto, ListChatsQuery } from '../schemas/chat';
import { accessTicket } from './access-ticket';
import { decodeCursor, encodeCursor, pageOf } from './cursor';
import { getQueuePlace } from './get-queue-place';

/** Who reads: a visitor, or the person whom he is about to be. */
export type Visitor = Pick<Actor, 'id'> & { visitor: Visit };

const LIST = 'chats';
const ENDED = `(t.status IN ('RESOLVED', 'CLOSED') OR t.merged_into IS NOT NULL)`;
/** Nobody reads more than that of them as a number. */
const MOST_UNREAD = 99;

const MORE = `, pm.created_at AS last_public_at, (SELECT role FROM person WHERE id = pm.author_id) AS last_public_role,
  (SELECT count(*)::int FROM (
     SELECT 1 FROM message m JOIN person a ON a.id = m.author_id AND a.role <> 'customer'
     WHERE m.ticket_id = t.id AND NOT m.is_internal AND NOT EXISTS (
       SELECT 1 FROM ticket_read r JOIN message up_to ON up_to.id = r.message_id
       WHERE r.person_id = t.customer_id AND r.ticket_id = t.id AND (up_to.created_at, up_to.id) >= (m.created_at, m.id))
     LIMIT ${MOST_UNREAD}) u) AS unread`;

/** One page of a visitor's conversations: open ones first, each kind with the newest first. */
export async function listChats(
  who: Visitor,
  { limit, cursor }: ListChatsQuery,
  from: Sql = sql,
): Promise<{ results: ChatConversationDto[]; next: string | null }> {
  const { id, visitor } = who;
  const after = cursor ? (decodeCursor(id, LIST, cursor) as [boolean, string, string]) : null;
  const { rows } = await from.query<ChatRow>(
    `${ticketRows(
      `(SELECT t.* FROM ticket t JOIN chat c ON c.ticket_id = t.id
        WHERE t.customer_id = $1 AND t.deleted_at IS NULL AND ($2 OR c.begun_by = $3)
          ${after ? `AND (NOT ${ENDED}, t.created_at, t.id) < (NOT $5::boolean, $6::timestamptz, $7::uuid)` : ''}
        ORDER BY ${ENDED}, t.created_at DESC, t.id DESC LIMIT $4)`,
      MORE,
    )} ORDER BY ${ENDED}, t.created_at DESC, t.id DESC`,
    [id, visitor.hasJoined, visitor.begunBy, limit + 1, ...(after ?? [])],
  );
  const { shown, next } = pageOf(id, LIST, {
    rows,
    limit,
    placeOf: (last) => [
      last.status === 'RESOLVED' || last.status === 'CLOSED' || last.merged_into !== null,
      last.created_at.toISOString(),
      last.id,
    ],
  });
  return { results: await Promise.all(shown.map((row) => presentRow(who, row, from))), next };
}

/** One of them, as it is now. @throws NotFound as `accessTicket`. */
export async function readChat(who: Visitor, ref: string, from: Sql = sql): Promise<ChatConversationDto> {
  const { id } = await accessTicket(from, asActor(who), ref, 'ticket.read');
  const { rows } = await from.query<ChatRow>(`${ticketRows('ticket', MORE)} WHERE t.id = $1`, [id]);
  return presentRow(who, rows[0]!, from);
}

const asActor = ({ id, visitor }: Visitor): Actor => ({
  ...{ id, role: 'customer', name: '', sessionId: null },
  ...{ scope: { visibility: 'own', team_ids: [] }, visitor },
});

const presentRow = async (who: Visitor, row: ChatRow, from: Sql) =>
  presentChat(row, isQueued(row) ? await getQueuePlace(asActor(who), row.id, from) : null);

const PAGE = 50;

/** A conversation with its newest messages, or those before a cursor, in order of time. */
export async function getChat(who: Visitor, ref: string, cursor: string | undefined): Promise<ChatDetailDto> {
  const conversation = await readChat(who, ref);
  const list = `messages of chat ${conversation.id}`;
  const before = cursor ? (decodeCursor(who.id, list, cursor) as [string, string]) : null;
  const { rows } = await sql.query<MessageRow>(
    `${messageRows(`m.ticket_id = $1 AND NOT m.is_internal
       ${before ? 'AND (m.created_at, m.id) < ($2::timestamptz, $3::uuid)' : ''}`)}
     ORDER BY m.created_at DESC, m.id DESC LIMIT ${PAGE + 1}`,
    [conversation.id, ...(before ?? [])],
  );
  const marks = await readMarks(sql, conversation.id);
  const page = rows.slice(0, PAGE);
  const oldest = page.at(-1);
  const next =
    rows.length > PAGE && oldest
      ? encodeCursor(who.id, list, [oldest.created_at.toISOString(), oldest.id])
      : null;
  return { conversation, messages: page.reverse().map((row) => presentChatMessage(row, marks)), next };
}

/** One message of a conversation that its reader may see, as it is now. */
export async function readChatMessage(from: Sql, ticketId: string, id: string): Promise<ChatMessageDto> {
  const { rows } = await from.query<MessageRow>(messageRows('m.id = $1 AND NOT m.is_internal'), [id]);
  return presentChatMessage(rows[0]!, await readMarks(from, ticketId));
}

/** How far its customer and each of the team have read. */
async function readMarks(from: Sql, ticketId: string): Promise<ReadMark[]> {
  const { rows } = await from.query<ReadMark>(
    `SELECT p.role = 'customer' AS is_customer, up_to.created_at AS up_to_at, up_to.id AS up_to_id, r.read_at
     FROM ticket_read r JOIN person p ON p.id = r.person_id JOIN message up_to ON up_to.id = r.message_id
     WHERE r.ticket_id = $1`,
    [ticketId],
  );
  return rows;
}
