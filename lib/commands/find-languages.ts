import { inTransaction, sql } from '../db/transaction';
import { log } from '../log';
import { languageFound, reasonFacts } from '../rules/routing-reason';
import { LANGUAGES } from '../schemas/values';
import { detectLanguage } from '../search/detect-language';
import { writeTicket } from './steps/write-ticket';

/** Letters that are read of each; a guess needs no more. */
const LETTERS = 2_000;
const BATCH = 200;

interface Open {
  id: string;
  text: string;
}

/**
 * Finds out in which language new tickets are written whose customer did not say (product 2.7), before routing gives
 * them out. Only a language that somebody of the staff speaks is asked for: nobody else could answer in it, and a ticket
 * must not wait for who is not there. What is unclear asks for none.
 */
export async function findLanguages(): Promise<void> {
  const { rows } = await sql.query<Open>(
    `SELECT t.id, left(t.subject || E'\\n' || m.body, ${LETTERS}) AS text
     FROM ticket t JOIN message m ON m.id = t.first_message_id WHERE t.language_open ORDER BY t.id LIMIT ${BATCH}`,
  );
  for (const { id, text } of rows) {
    // a guess that fails must hold up neither its ticket nor the others
    const language = await detectLanguage(text).catch((error: unknown) => {
      log.error({ err: error, ticketId: id }, 'a ticket was not read for its language');
      return null;
    });
    await settle(id, language);
  }
}

/** Once, whoever comes first; what somebody said meanwhile stays. */
function settle(id: string, language: string | null): Promise<void> {
  return inTransaction(async (tx) => {
    const { rows } = await tx.query<{ asks: boolean }>(
      `SELECT languages = '{}' AND EXISTS (SELECT 1 FROM person p
         WHERE p.role <> 'customer' AND p.disabled_at IS NULL AND $2 = ANY (p.languages)) AS asks
       FROM ticket WHERE id = $1 AND language_open FOR NO KEY UPDATE SKIP LOCKED`,
      [id, language],
    );
    if (!rows[0]) return;
    if (language === null || !LANGUAGES.includes(language) || !rows[0].asks) {
      await tx.query('UPDATE ticket SET language_open = false WHERE id = $1', [id]);
      return;
    }
    await writeTicket(tx, id, { language_open: false, languages: [language] }, [
      { type: 'routing.changed', data: reasonFacts(languageFound(language)), actorId: null },
    ]);
  });
}
