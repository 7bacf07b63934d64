import { type Sql, sql } from '../db/transaction';
import { Forbidden, NotFound } from '../errors';
import { type Actor, may } from '../rules/permissions';
import type { MailboxDto } from '../schemas/email-channel';

interface Row extends Omit<MailboxDto, 'created_at' | 'last_received_at'> {
  created_at: Date;
  last_received_at: Date | null;
}

const mailboxRows = (where = 'true') => `
  SELECT b.id, b.address, b.sender, b.signature, b.team_id, b.history, b.auth_host, b.quiet_minutes, b.is_active,
    b.created_at, l.at AS last_received_at,
    b.is_active AND b.quiet_minutes IS NOT NULL
      AND greatest(l.at, b.updated_at) < now() - make_interval(mins => b.quiet_minutes) AS is_quiet,
    CASE WHEN i.mailbox_id IS NOT NULL THEN json_build_object('host', i.host, 'port', i.port, 'security', i.security,
      'username', i.username, 'folder', i.folder, 'then_do', i.then_do, 'move_to', i.move_to, 'takes_old', i.takes_old,
      'has_password', true, 'fetched_at', i.fetched_at, 'failing_since', i.failing_since, 'trouble', i.trouble,
      'said', i.said) END AS imap,
    CASE WHEN s.mailbox_id IS NOT NULL THEN json_build_object('host', s.host, 'port', s.port, 'security', s.security,
      'username', s.username, 'has_password', s.password IS NOT NULL,
      'paused_until', CASE WHEN s.paused_until > now() THEN s.paused_until END, 'failing_since', s.failing_since,
      'trouble', s.trouble, 'said', s.said) END AS smtp
  FROM mailbox b LEFT JOIN mailbox_imap i ON i.mailbox_id = b.id LEFT JOIN mailbox_smtp s ON s.mailbox_id = b.id
  LEFT JOIN LATERAL (SELECT max(received_at) AS at FROM inbound_mail i WHERE i.mailbox_id = b.id) l ON true
  WHERE ${where} ORDER BY b.created_at, b.id`;

const iso = (time: string | null): string | null => time && new Date(time).toISOString();

const present = (row: Row): MailboxDto => ({
  ...row,
  imap: row.imap && {
    ...row.imap,
    fetched_at: iso(row.imap.fetched_at),
    failing_since: iso(row.imap.failing_since),
  },
  smtp: row.smtp && {
    ...row.smtp,
    paused_until: iso(row.smtp.paused_until),
    failing_since: iso(row.smtp.failing_since),
  },
  is_quiet: row.is_quiet ?? false,
  created_at: row.created_at.toISOString(),
  last_received_at: row.last_received_at?.toISOString() ?? null,
});

/** All mailboxes, the first one first: it is where mails leave whose ticket has none. */
export async function listMailboxes(actor: Actor): Promise<{ results: MailboxDto[] }> {
  if (!may(actor, 'channel.edit')) throw new Forbidden();
  const { rows } = await sql.query<Row>(mailboxRows());
  return { results: rows.map(present) };
}

/** One of them, without asking who wants it. @throws NotFound. */
export async function readMailbox(from: Sql, id: string): Promise<MailboxDto> {
  const { rows } = await from.query<Row>(mailboxRows('b.id = $1'), [id]);
  if (!rows[0]) throw new NotFound();
  return present(rows[0]);
}
