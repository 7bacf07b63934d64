import { type Sql, sql } from '../db/transaction';
import { Forbidden, NotFound } from '../errors';
import { type Actor, may } from '../rules/permissions';
import type { MessengerPageDto } from '../schemas/messenger';

interface Row extends Omit<MessengerPageDto, 'created_at' | 'last_event_at' | 'last_failure'> {
  created_at: Date;
  last_event_at: Date | null;
  failed_at: Date | null;
  failed_error: string | null;
  failed_number: number | null;
}

const pageRows = (where = 'true') => `
  SELECT p.id, p.page_id, p.name, p.team_id, p.languages, p.human_agent, p.is_active, p.created_at,
    EXISTS (SELECT 1 FROM lab_messenger_page l WHERE l.page_id = p.page_id) AS is_lab,
    (SELECT max(received_at) FROM messenger_event e WHERE e.page_id = p.id) AS last_event_at,
    (SELECT count(*)::int FROM messenger_send s JOIN messenger_contact c ON c.id = s.contact_id
     WHERE c.page_id = p.id AND s.state = 'deferred') AS waiting,
    f.queued_at AS failed_at, f.error AS failed_error, f.number AS failed_number
  FROM messenger_page p
  LEFT JOIN LATERAL (
    SELECT s.queued_at, s.error, t.number FROM messenger_send s JOIN messenger_contact c ON c.id = s.contact_id
      JOIN message m ON m.id = s.message_id JOIN ticket t ON t.id = m.ticket_id
    WHERE c.page_id = p.id AND s.state = 'failed' ORDER BY s.queued_at DESC LIMIT 1) f ON true
  WHERE ${where} ORDER BY p.created_at, p.id`;

const present = ({ failed_at, failed_error, failed_number, ...row }: Row): MessengerPageDto => ({
  ...row,
  last_event_at: row.last_event_at?.toISOString() ?? null,
  last_failure: failed_at && {
    ...{ at: failed_at.toISOString(), error: failed_error ?? '', ticket: Number(failed_number) },
  },
  created_at: row.created_at.toISOString(),
});

/** All pages of ours on Facebook, with how they are. What Facebook gave us for them is told to nobody. */
export async function listMessengerPages(actor: Actor): Promise<{ results: MessengerPageDto[] }> {
  if (!may(actor, 'channel.edit')) throw new Forbidden();
  const { rows } = await sql.query<Row>(pageRows());
  return { results: rows.map(present) };
}

/** One of them, without asking who wants it. @throws NotFound. */
export async function readMessengerPage(from: Sql, id: string): Promise<MessengerPageDto> {
  const { rows } = await from.query<Row>(pageRows('p.id = $1'), [id]);
  if (!rows[0]) throw new NotFound();
  return present(rows[0]);
}
