import { inTransaction } from '../db/transaction';
import { type Actor, isStaff } from '../rules/permissions';
import { visibleTickets } from '../rules/visibility';
import { accessTicket } from './access-ticket';
import { SEARCH_SETTINGS } from './search-words';
import { NOT_MERGED } from './ticket-conditions';

export interface SimilarTicket {
  id: string;
  number: number;
  subject: string;
  /** The longest public answer of staff: the one that says most. */
  reply: string;
  replied_at: Date;
  message_id: string;
  /** Share of the ticket's telling words that it has as well: 0 to 1. */
  rank: number;
}

/** Words of a ticket that it is compared by: its rarest. */
const WORDS = 12;
/** Less than this share in common is a coincidence: two of twelve. */
const LEAST = 0.15;
/** Tickets that hold one of them and are looked at, the newest. */
const CANDIDATES = 500;

/**
 * Answered tickets that are most like this one in what customers and staff said openly, best first. Only those that
 * this person may see; notes play no part, neither here nor there.
 *
 * Rare words tell more than common ones: how common a word is stands in PostgreSQL's statistics of the index.
 *
 * @param ticketId UUID or number. @throws NotFound when the person may not read it.
 */
export function similarTickets(actor: Actor, ticketId: string, limit = 3): Promise<SimilarTicket[]> {
  return inTransaction(async (tx) => {
    const ticket = await accessTicket(tx, actor, ticketId, 'ticket.read');
    await tx.query(SEARCH_SETTINGS);
    const { rows: words } = await tx.query<{ word: string; weight: number }>(TELLING_WORDS, [ticket.id]);
    if (words.length === 0) return [];
    const { rows } = await tx.query<SimilarTicket>(
      `SELECT t.id, t.number, t.subject, r.body AS reply, r.created_at AS replied_at, r.id AS message_id,
              c.weight / (SELECT sum(weight) FROM unnest($4::float8[]) weight) AS rank
       FROM (
         SELECT s.ticket_id, (SELECT sum(w.weight) FROM unnest($3::text[], $4::float8[]) w (word, weight)
                              WHERE w.word = ANY(tsvector_to_array(s.customer))) AS weight
         FROM ticket_search s JOIN ticket t ON t.id = s.ticket_id
         WHERE ${isStaff(actor.role) ? 's.staff' : 's.customer'} @@ $2::tsquery AND s.ticket_id <> $5
           AND t.deleted_at IS NULL AND t.spam_at IS NULL AND ${NOT_MERGED} AND ${visibleTickets(actor, '$1')}
         ORDER BY s.ticket_id DESC LIMIT ${CANDIDATES}
       ) c
       JOIN ticket t ON t.id = c.ticket_id
       JOIN LATERAL (
         SELECT m.id, m.body, m.created_at FROM message m JOIN person p ON p.id = m.author_id
         WHERE m.ticket_id = t.id AND NOT m.is_internal AND p.role <> 'customer'
         ORDER BY length(m.body) DESC, m.id DESC LIMIT 1
       ) r ON true
       WHERE c.weight >= ${LEAST} * (SELECT sum(weight) FROM unnest($4::float8[]) weight)
       ORDER BY rank DESC, (t.status IN ('RESOLVED', 'CLOSED')) DESC, t.id DESC LIMIT $6`,
      [
        actor.id,
        words.map(({ word }) => `'${word.replace(/['\\]/g, '$&$&')}'`).join(' | '),
        words.map(({ word }) => word),
        words.map(({ weight }) => weight),
        ticket.id,
        limit,
      ],
    );
    return rows;
  });
}

/**
 * Stems of the ticket's open text, rarest first, with the logarithm of how rare they are. Stop words have no stem. It
 * is read here rather than in the index, which a new ticket is not in yet. What the statistics do not know is rare.
 */
const TELLING_WORDS = `
  WITH words AS (
    SELECT DISTINCT unnest(tsvector_to_array(to_tsvector(coalesce(s.configs[1], 'english')::regconfig,
      left(concat_ws(' ', t.subject, (SELECT string_agg(m.body, ' ' ORDER BY m.created_at, m.id) FROM message m
                                      WHERE m.ticket_id = t.id AND NOT m.is_internal)), 20000)))) AS word
    FROM ticket t LEFT JOIN ticket_search s ON s.ticket_id = t.id WHERE t.id = $1
  ), known AS (
    SELECT unnest(most_common_elems::text::text[]) AS word, unnest(most_common_elem_freqs) AS share
    FROM pg_stats WHERE schemaname = current_schema AND tablename = 'ticket_search' AND attname = 'customer'
  )
  SELECT w.word, ln(1 + 1 / coalesce(max(k.share), 0.0005)) AS weight
  FROM words w LEFT JOIN known k USING (word) WHERE length(w.word) BETWEEN 3 AND 60
  GROUP BY w.word ORDER BY weight DESC, length(w.word) DESC, w.word LIMIT ${WORDS}`;
