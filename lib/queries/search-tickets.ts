import { type TicketRow, ticketRows } from '../db/sql/ticket-row';
import { inTransaction, type Tx } from '../db/transaction';
import { Unavailable } from '../errors';
import { audienceOf, presentTicket } from '../presenters/ticket';
import { type Actor, isStaff } from '../rules/permissions';
import { parseSearchQuery, type SearchQuery } from '../rules/search-query';
import type { CustomerHitDto, SearchDto, SearchTicketsQuery, TicketHitDto } from '../schemas/search';
import { UNSOLVED } from '../schemas/values';
import { decodeCursor, encodeCursor } from './cursor';
import { customersMatching } from './list-customers';
import { pieces, START, STOP } from './pieces';
import { CAP, searchCandidates } from './search-candidates';
import { searchConditions } from './search-conditions';
import { SEARCH_SETTINGS, type SearchWords, searchWords } from './search-words';
import { suggestSpelling } from './suggest-spelling';
import { Values } from './ticket-conditions';

/** Characters of a message in which its place is looked for. */
const SNIPPET_ROOM = 20_000;

type Hit = TicketRow & {
  rank: number;
  total: number;
  subject_marked: string;
  message_id: string | null;
  message_is_internal: boolean | null;
  snippet: string | null;
};

/**
 * Tickets that hold what was asked for and that this person may see, best first, and for staff the customers who are
 * meant. What only a note says is not there for a customer, neither as a hit nor in a count, snippet or suggestion.
 *
 * @throws Unavailable when PostgreSQL needs more than three seconds.
 */
export async function searchTickets(actor: Actor, query: SearchTicketsQuery): Promise<SearchDto> {
  try {
    return await inTransaction((tx) => search(tx, actor, query));
  } catch (error) {
    if ((error as { code?: string }).code !== '57014') throw error;
    throw new Unavailable('This search takes too long. Add a word or a filter.');
  }
}

async function search(tx: Tx, actor: Actor, query: SearchTicketsQuery): Promise<SearchDto> {
  const staff = isStaff(actor.role);
  const asked = parseSearchQuery(query.q, { staff });
  await tx.query(SEARCH_SETTINGS);
  const words = await searchWords(tx, asked);
  const position = positionOf(actor, query.cursor);
  const { text, values } = searchTicketsSql(actor, query, asked, words, position);
  const { rows } = await tx.query<Hit>(text, values);
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  const count = rows[0]?.total ?? 0;
  let customers: CustomerHitDto[] = [];
  if (staff && !query.cursor) customers = await customersMatching(tx, asked);
  const nothing = rows.length === 0 && customers.length === 0 && !query.cursor;
  return {
    results: shown.map((row) => presentHit(row, actor)),
    customers,
    total: Math.min(count, CAP),
    capped: count > CAP,
    suggestion: nothing ? await suggestSpelling(tx, actor, asked, query.q) : null,
    next:
      rows.length > query.limit && last
        ? encodeCursor(actor.id, 'search', [query.q, position.at, last.rank, last.id])
        : null,
  };
}

/** Where a page starts. Age is measured from the moment of the first page, so that ranks hold still between pages. */
interface Position {
  at: string;
  after: { rank: number; id: string } | null;
}

function positionOf(actor: Actor, cursor: string | undefined): Position {
  if (!cursor) return { at: new Date().toISOString(), after: null };
  const [, at, rank, id] = decodeCursor(actor.id, 'search', cursor) as [string, string, number, string];
  return { at, after: { rank, id } };
}

function presentHit(row: Hit, actor: Actor): TicketHitDto {
  const subject = pieces(row.subject_marked);
  // the marker leaves out what looks like a tag: then the subject stands as it is
  const isWhole = subject.map(({ text }) => text).join('') === row.subject;
  return {
    ticket: presentTicket(row, audienceOf(actor.role)),
    subject: isWhole ? subject : [{ text: row.subject, hit: false }],
    snippet: row.snippet === null ? [] : pieces(row.snippet),
    message_id: row.message_id,
    is_internal: row.message_is_internal ?? false,
  };
}

const unsolved = UNSOLVED.map((status) => `'${status}'`).join(', ');

/**
 * The statement of a page: candidates, each table by itself and each with the visibility inside; then rank, page, and
 * the best message of what is shown. Reads one row more than a page.
 */
export function searchTicketsSql(
  actor: Actor,
  query: SearchTicketsQuery,
  asked: SearchQuery,
  words: SearchWords,
  { at, after }: Position,
): { text: string; values: unknown[] } {
  const values = new Values(actor.id);
  const staff = isStaff(actor.role);
  const column = staff ? 's.staff' : 's.customer';
  const readable = staff ? '' : 'AND NOT m.is_internal';
  const any = values.add(words.any, '::tsquery');
  const rank = values.add(words.rank, '::tsquery');
  const where = searchConditions(actor, query, asked.filter, values);
  const now = values.add(at, '::timestamptz');
  // what staff does among itself is no change to a customer
  const changed = staff ? 't.updated_at' : 't.public_updated_at';
  const hits = searchCandidates(asked, words, { column, changed, where, staff }, values);
  const fits = words.found === null ? '1' : `(0.01 + coalesce(ts_rank(${column}, ${rank}, 1), 0))`;
  const mark = (text: string, options: string) =>
    `ts_headline(coalesce(s.configs[1], 'simple')::regconfig, translate(${text}, E'\\u0002\\u0003', ''), ${any},
       E'StartSel=${START}, StopSel=${STOP}, ${options}')`;
  const ranked = `
    SELECT id, exact * 1000 + ${fits} / (1 + greatest(extract(epoch FROM ${now} - changed), 0) / 7776000)
             * CASE WHEN status IN (${unsolved}) THEN 1.5 ELSE 1 END AS rank
    FROM (${hits}) hit ${words.found === null ? '' : 'LEFT JOIN ticket_search s ON s.ticket_id = hit.id'}`;
  const source = `
    SELECT t.*, p.rank, p.total, ${mark('t.subject', 'HighlightAll=true')} AS subject_marked,
           best.id AS message_id, best.is_internal AS message_is_internal,
           CASE WHEN best.id IS NOT NULL THEN ${mark(`left(best.body, ${SNIPPET_ROOM})`, 'MaxWords=28, MinWords=14')} END AS snippet
    FROM (
      SELECT id, rank, (SELECT count(*) FROM ranked) AS total FROM ranked
      ${after ? `WHERE (rank, id) < (${values.add(after.rank, '::float8')}, ${values.add(after.id, '::uuid')})` : ''}
      ORDER BY rank DESC, id DESC LIMIT ${query.limit + 1}
    ) p
    JOIN ticket t ON t.id = p.id LEFT JOIN ticket_search s ON s.ticket_id = t.id
    LEFT JOIN LATERAL (
      SELECT m.id, m.body, m.is_internal FROM message_search w JOIN message m ON m.id = w.message_id
      WHERE w.ticket_id = t.id AND w.words @@ ${any} ${readable}
      ORDER BY w.words @@ ${rank} DESC, ts_rank(w.words, ${any}) DESC, m.id DESC LIMIT 1
    ) best ON true`;
  return {
    text: `WITH ranked AS MATERIALIZED (${ranked}) ${ticketRows(`(${source})`)} ORDER BY t.rank DESC, t.id DESC`,
    values: values.list,
  };
}
