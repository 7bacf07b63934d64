import { sql } from '../db/transaction';
import type { BusinessHours } from '../rules/business-time';
import { businessHours } from '../schemas/settings';

/** The hours that the house has set; null while nobody has: what holds until then is promised to no customer. */
export async function getOpeningHours(): Promise<BusinessHours | null> {
  const { rows } = await sql.query<{ value: unknown }>(
    `SELECT value FROM setting WHERE key = 'business_hours'`,
  );
  return rows[0] ? businessHours.parse(rows[0].value) : null;
}
