import type { Tx } from '../../db/transaction';
import { searchConfigs } from '../../rules/search-language';
import { detectLanguage } from '../../search/detect-language';

/** A ticket that is to be read: its count of changes, and where its language is to be seen. */
export interface TicketToIndex {
  id: string;
  text_seq: number;
  languages: string[];
  subject: string;
  /** The beginning of its first message, which is public. */
  beginning: string;
}

/** Reads {@link TicketToIndex} of tickets `t`; the caller adds WHERE and ORDER BY. */
export const ticketsToIndex = `
  SELECT t.id, t.text_seq, t.languages, t.subject, left(m.body, 2000) AS beginning
  FROM ticket t JOIN message m ON m.id = t.first_message_id`;

/** Characters of a ticket that are read, newest first. */
const ROOM = 500_000;

/**
 * Writes what search keeps of these tickets and their messages. Read before the words are, `text_seq` can only be too
 * small: what changes in between is read once more.
 *
 * Messages that are known stay as they are, unless they were edited or removed, the ticket's language is another one,
 * or `anew` says to read them again.
 */
export async function indexBatch(tx: Tx, tickets: readonly TicketToIndex[], anew: boolean): Promise<void> {
  const batch = await Promise.all(
    tickets.map(async ({ id, text_seq, ...ticket }) => ({ id, text_seq, configs: await configsOf(ticket) })),
  );
  const values = [JSON.stringify(batch)];
  const from = 'jsonb_to_recordset($1::jsonb) AS b (id uuid, text_seq integer, configs text[])';
  await tx.query(
    `INSERT INTO search_config (name) SELECT DISTINCT unnest(b.configs) FROM ${from} ON CONFLICT DO NOTHING`,
    values,
  );
  await tx.query(
    `INSERT INTO message_search (message_id, ticket_id, words)
     SELECT m.id, m.ticket_id, search_words(b.configs, m.body)
     FROM ${from} JOIN message m ON m.ticket_id = b.id
     LEFT JOIN message_search known ON known.message_id = m.id
     LEFT JOIN ticket_search s ON s.ticket_id = b.id
     WHERE $2 OR known.message_id IS NULL OR s.configs <> b.configs OR coalesce(m.edited_at, m.removed_at) IS NOT NULL
     ON CONFLICT (message_id) DO UPDATE SET ticket_id = excluded.ticket_id, words = excluded.words`,
    [...values, anew],
  );
  await tx.query(
    `INSERT INTO ticket_search (ticket_id, configs, subject, staff, customer)
     SELECT t.id, b.configs, lower(t.subject),
            head || setweight(to_tsvector('simple', concat_ws(' ', c.name, c.email, c.external_id, c.phone, former.names)), 'B')
              || CASE WHEN texts.staff = texts.customer THEN open.words ELSE search_words(b.configs, texts.staff) END,
            head || open.words
     FROM ${from} JOIN ticket t ON t.id = b.id JOIN person c ON c.id = t.customer_id,
     LATERAL (
       SELECT coalesce(string_agg(body, E'\\n' ORDER BY n) FILTER (WHERE before_all < ${ROOM}), '') AS staff,
              coalesce(string_agg(body, E'\\n' ORDER BY n)
                       FILTER (WHERE NOT is_internal AND before_public < ${ROOM}), '') AS customer
       FROM (
         SELECT body, is_internal, row_number() OVER newest AS n, sum(size) OVER newest - size AS before_all,
                coalesce(sum(size) FILTER (WHERE NOT is_internal) OVER newest, 0) - size AS before_public
         FROM (SELECT *, octet_length(body) AS size FROM message WHERE ticket_id = t.id) m
         WINDOW newest AS (ORDER BY created_at DESC, id DESC)
       ) m
     ) texts,
     LATERAL (SELECT string_agg(concat_ws(' ', name, email, external_id, phone), ' ') AS names
              FROM person WHERE merged_into = c.id) former,
     LATERAL (SELECT setweight(search_words(b.configs, concat_ws(E'\\n', t.subject, t.topic)), 'A') AS head) h,
     LATERAL (SELECT search_words(b.configs, texts.customer) AS words OFFSET 0) open
     ON CONFLICT (ticket_id) DO UPDATE SET configs = excluded.configs, subject = excluded.subject,
       staff = excluded.staff, customer = excluded.customer`,
    values,
  );
  await tx.query(
    `UPDATE ticket t SET indexed_seq = b.text_seq
     FROM (SELECT * FROM ${from} ORDER BY b.id) b WHERE t.id = b.id AND t.indexed_seq <> b.text_seq`,
    values,
  );
}

/** A ticket's languages, else the one that its first words are written in. What notes say has no part in it. */
async function configsOf({
  languages,
  subject,
  beginning,
}: Pick<TicketToIndex, 'languages' | 'subject' | 'beginning'>): Promise<string[]> {
  const named = searchConfigs(languages);
  if (named.length > 0) return named;
  const detected = await detectLanguage(`${subject}\n${beginning}`);
  return detected === null ? [] : searchConfigs([detected]);
}
