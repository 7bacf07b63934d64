import { isVip } from '../db/sql/organisation-of';
import { sql } from '../db/transaction';
import type { UrgencyFacts } from '../rules/urgency';
import type { UrgencyLevel, UrgencyReason } from '../schemas/urgency';

/** A ticket with what the rules of urgency look at. */
export interface TicketToWeigh {
  id: string;
  number: number;
  customer: string;
  customer_id: string;
  assignee_id: string | null;
  team_id: string | null;
  urgency: UrgencyLevel;
  urgency_reasons: UrgencyReason[];
  /** When it was due, to the digit: the mark by which a change since is noticed. */
  due: string | null;
  /** The database's clock, by which `due` counts. */
  now: Date;
  facts: UrgencyFacts;
}

/** A ticket that is of another urgency now, or for other reasons; and where it lies, to tell those who see it. */
export type Weighed = Pick<TicketToWeigh, 'id' | 'assignee_id' | 'team_id'>;

/** Messages of a customer that are read, newest first, and letters of each. */
const MESSAGES = 20;
const LETTERS = 2_000;

/**
 * The words are those that came since the last public answer of staff. The first message is the customer's whoever
 * typed it: a call that an agent wrote down.
 */
const toWeigh = (rest: string): string => `
  SELECT t.id, t.number, c.name AS customer, t.customer_id, t.assignee_id, t.team_id, t.urgency, t.urgency_reasons,
    t.urgency_due::text AS due, now() AS now, t.subject, coalesce(said.text, '') AS text, said.messages, t.topic,
    t.priority, t.waiting_since, ${isVip('c')} AS "isVip"
  FROM ticket t JOIN person c ON c.id = t.customer_id
  CROSS JOIN LATERAL (
    SELECT string_agg(left(body, ${LETTERS}), E'\\n') AS text, count(*)::int AS messages FROM (
      SELECT m.body FROM message m
      WHERE m.ticket_id = t.id AND NOT m.is_internal AND m.created_at > coalesce(
        (SELECT max(a.created_at) FROM message a JOIN person s ON s.id = a.author_id AND s.role <> 'customer'
         WHERE a.ticket_id = t.id AND NOT a.is_internal AND a.id <> t.first_message_id), '-infinity')
      ORDER BY m.created_at DESC LIMIT ${MESSAGES}) newest
  ) said ${rest}`;

/** Tickets whose urgency is to be worked out now, live ones before imported history. */
export function dueForWeighing(limit: number, { imported }: { imported: boolean }): Promise<TicketToWeigh[]> {
  return load(
    toWeigh(`WHERE t.urgency_due <= now() ${imported ? '' : 'AND NOT t.is_imported'}
      ORDER BY t.is_imported, t.urgency_due LIMIT ${limit}`),
  );
}

/** The newest tickets whose customer waits, whatever is due. */
export function newestWaiting(limit: number): Promise<TicketToWeigh[]> {
  return load(
    toWeigh(`WHERE t.waiting_since IS NOT NULL AND t.deleted_at IS NULL AND t.spam_at IS NULL
      ORDER BY t.created_at DESC, t.id DESC LIMIT ${limit}`),
  );
}

type Row = Omit<TicketToWeigh, 'facts'> & Omit<UrgencyFacts, 'waitingSince'> & { waiting_since: Date | null };

async function load(query: string): Promise<TicketToWeigh[]> {
  const { rows } = await sql.query<Row>(query);
  return rows.map(({ subject, text, messages, topic, priority, isVip: vip, waiting_since, ...rest }) => ({
    ...rest,
    facts: { subject, text, messages, topic, priority, isVip: vip, waitingSince: waiting_since },
  }));
}
