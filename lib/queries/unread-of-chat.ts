import { type Resumed, resumeToken } from '../auth/resume-token';
import { UNREAD_REPLY } from '../db/sql/unread-reply';
import { sql } from '../db/transaction';
import { chatUrl } from '../email/links';
import type { ChatMail } from '../email/mail-facts';

/** Of one burst; the rest is in the chat. */
const MOST = 20;

/**
 * What a mail of a chat says: the team's words up to its message that are unread still and stand in no earlier mail, and
 * the link that goes on with them. Null when nothing is left to say.
 */
export async function unreadOfChat(mailId: string): Promise<Pick<ChatMail, 'messages' | 'url'> | null> {
  const { rows } = await sql.query<ChatMail['messages'][number]>(
    `SELECT a.name AS author, m.body, CASE m.format WHEN 'markdown' THEN m.html END AS html,
       coalesce((SELECT json_agg(json_build_object('name', f.name, 'media_type', f.media_type, 'size', f.size,
                                  'storage_key', f.storage_key, 'mailed', false) ORDER BY f.position, f.created_at)
                 FROM attachment f WHERE f.message_id = m.id), '[]') AS files
     FROM outbound_mail o JOIN ticket t ON t.id = o.ticket_id JOIN message last ON last.id = o.message_id
     JOIN message m ON m.ticket_id = t.id JOIN person a ON a.id = m.author_id
     WHERE o.id = $1 AND ${UNREAD_REPLY} AND (m.created_at, m.id) <= (last.created_at, last.id)
       AND (m.created_at, m.id) > ALL (
         SELECT told.created_at, told.id FROM outbound_mail e JOIN message told ON told.id = e.message_id
         WHERE e.ticket_id = t.id AND e.template = 'chat' AND e.id < o.id AND e.state = 'sent')
     ORDER BY m.created_at DESC, m.id DESC LIMIT ${MOST}`,
    [mailId],
  );
  return rows.length === 0 ? null : { messages: rows.reverse(), url: await urlOf(mailId) };
}

/** Null when the website's chat is gone, or was switched off. */
async function urlOf(mailId: string): Promise<string | null> {
  const { rows } = await sql.query<{ key: string } & Resumed>(
    `SELECT w.key, v.id, v.nonce, v.person_id, v.joined_at FROM outbound_mail o JOIN chat c ON c.ticket_id = o.ticket_id
     JOIN widget w ON w.id = c.widget_id AND w.is_active JOIN visitor v ON v.id = c.visitor_id WHERE o.id = $1`,
    [mailId],
  );
  return rows[0] ? chatUrl(rows[0].key, resumeToken(rows[0])) : null;
}
