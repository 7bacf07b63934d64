import { type ScopeRow, scopeColumns } from '../auth/scope-columns';
import type { TicketRow } from '../db/sql/ticket-row';
import { sql } from '../db/transaction';
import { type Actor, PLAIN_SCOPE } from '../rules/permissions';
import type { Settings } from '../schemas/settings';
import type { Role } from '../schemas/values';
import { allowTicket, loadTicket } from './access-ticket';
import { getSettings } from './get-settings';
import { type CannedMatch, matchCannedReplies } from './match-canned-replies';
import type { SimilarTicket } from './similar-tickets';

export interface MaterialMessage {
  id: string;
  author_name: string;
  author_role: Role;
  is_internal: boolean;
  body: string;
  created_at: Date;
}

/** Everything that a draft may be made of. */
export interface DraftMaterial {
  ticket: TicketRow;
  /** Who asked. */
  agent: Actor & { locale: string };
  settings: Settings;
  /** What the customer wants to know now. */
  question: string;
  /** The language to answer him in; null when nobody knows. */
  language: string | null;
  /** The newest, in order of time; notes only where they were asked for. */
  messages: MaterialMessage[];
  replies: CannedMatch[];
  topics: { key: string; name: string }[];
}

/** Messages that are looked at, and characters of each. */
const MOST_MESSAGES = 60;
const MOST_LETTERS = 6_000;

/**
 * Loads what a draft is made of, as the person who asked may see it now.
 *
 * @throws NotFound or Forbidden when he may no longer draft for the ticket.
 */
export async function getDraftMaterial(
  personId: string,
  ticketId: string,
  {
    notes,
    languageOf,
  }: { notes: boolean; languageOf: (question: string, ticket: TicketRow) => Promise<string | null> },
): Promise<DraftMaterial> {
  const [agent, row, settings, messages] = await Promise.all([
    loadAgent(personId),
    loadTicket(sql, ticketId),
    getSettings(),
    newestMessages(ticketId, notes),
  ]);
  const ticket = allowTicket(row, agent, 'ticket.draft');
  const question = questionOf(ticket, messages);
  const language = await languageOf(question, ticket);
  const about = { subject: ticket.subject, question, topic: ticket.topic, language };
  const [replies, topics] = await Promise.all([matchCannedReplies(agent, about), listTopics(agent.locale)]);
  return { ticket, agent, settings, question, language, messages, replies, topics };
}

async function loadAgent(personId: string): Promise<DraftMaterial['agent']> {
  const { rows } = await sql.query<{ id: string; name: string; role: Role; locale: string } & ScopeRow>(
    `SELECT p.id, p.name, p.role, p.locale, ${scopeColumns} FROM person p WHERE p.id = $1 AND p.disabled_at IS NULL`,
    [personId],
  );
  // nobody may do less than a customer who is not this one
  if (!rows[0])
    return { id: personId, name: '', role: 'customer', locale: 'en', sessionId: null, scope: PLAIN_SCOPE };
  const { visibility, teamIds, ...person } = rows[0];
  return { ...person, sessionId: null, scope: { visibility, team_ids: teamIds } };
}

async function newestMessages(ticketId: string, notes: boolean): Promise<MaterialMessage[]> {
  const { rows } = await sql.query<MaterialMessage>(
    `SELECT m.id, p.name AS author_name, p.role AS author_role, m.is_internal, left(m.body, ${MOST_LETTERS}) AS body,
            m.created_at
     FROM message m JOIN person p ON p.id = m.author_id
     WHERE m.ticket_id = $1 ${notes ? '' : 'AND NOT m.is_internal'}
     ORDER BY m.created_at DESC, m.id DESC LIMIT ${MOST_MESSAGES}`,
    [ticketId],
  );
  return rows.reverse();
}

/** What the customer wants now: what he wrote since the last answer, else his last message. */
function questionOf(ticket: TicketRow, messages: readonly MaterialMessage[]): string {
  const open = messages.slice(messages.findLastIndex((one) => one.author_role !== 'customer') + 1);
  const his = open.length > 0 ? open : messages.filter((one) => one.author_role === 'customer').slice(-1);
  return (his.map((one) => one.body).join('\n') || ticket.description).slice(-4_000).toWellFormed();
}

async function listTopics(locale: string): Promise<DraftMaterial['topics']> {
  const { rows } = await sql.query<{ key: string; name: string }>(
    `SELECT key, coalesce(names ->> $1, names ->> 'en', key) AS name FROM topic
     WHERE archived_at IS NULL ORDER BY position, key LIMIT 60`,
    [locale],
  );
  return rows;
}

/** Answered tickets with the names that have to be hidden in them: everybody's who wrote there. */
export async function withNames(
  similar: readonly SimilarTicket[],
): Promise<(SimilarTicket & { names: string[] })[]> {
  const { rows } = await sql.query<{ ticket_id: string; names: string[] }>(
    `SELECT m.ticket_id, array_agg(DISTINCT p.name) AS names FROM message m
     JOIN ticket t ON t.id = m.ticket_id JOIN person p ON p.id IN (m.author_id, t.customer_id)
     WHERE m.ticket_id = ANY($1::uuid[]) AND NOT m.is_internal GROUP BY m.ticket_id`,
    [similar.map(({ id }) => id)],
  );
  const names = new Map(rows.map((row) => [row.ticket_id, row.names]));
  return similar.map((one) => ({ ...one, names: names.get(one.id) ?? [] }));
}
