import { sql } from '../../db/transaction';
import { LANGUAGES } from '../../schemas/values';

/** The language, when somebody of the team speaks it; null otherwise: a ticket must not wait for who is not there. */
export async function spokenLanguage(language: string | null): Promise<string | null> {
  if (language === null || !LANGUAGES.includes(language)) return null;
  const { rowCount } = await sql.query(
    `SELECT 1 FROM person WHERE role <> 'customer' AND disabled_at IS NULL AND $1 = ANY(languages) LIMIT 1`,
    [language],
  );
  return rowCount ? language : null;
}
