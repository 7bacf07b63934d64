import { acceptedLocale } from '../auth/accepted-locale';
import { sql } from '../db/transaction';
import { env } from '../env';
import { MAX_FILE } from '../rules/file-limits';
import { refuseOrigin } from '../rules/widget-origin';
import type { WidgetConfigDto, WidgetConfigQuery } from '../schemas/widget';
import { waitOfLate } from './get-queue-place';
import { getSettings } from './get-settings';
import { isAnybodyThere } from './is-anybody-there';
import { listTopics } from './list-topics';
import { openWebsite } from './list-websites';

type House = Pick<WidgetConfigDto, 'is_online' | 'opens_at' | 'reply_seconds'> & { languages: string[] };

/** What holds for all websites is asked for at most so often by one process: every page view asks. */
const BELIEVED_MS = 5_000;
let believed: { until: number; house: Promise<House> } | undefined;

/**
 * What a widget has to know before anybody says a word.
 *
 * @throws NotFound for no such website; Forbidden `origin_not_allowed` for a page that may not show it.
 */
export async function getWidgetConfig(
  key: string,
  { origin, locale }: WidgetConfigQuery,
  acceptLanguage: string,
): Promise<WidgetConfigDto> {
  const website = await openWebsite(sql, key);
  if (origin !== new URL(env().APP_URL).origin) refuseOrigin(website.origins, origin);
  const [house, { workspace_name, accent, default_locale }] = await Promise.all([houseNow(), getSettings()]);
  const { results } = await listTopics(
    { role: 'customer' },
    { locale: acceptedLocale(locale || acceptLanguage, default_locale) },
  );
  const { languages, ...now } = house;
  return {
    name: workspace_name,
    greeting: website.greeting,
    accent: website.accent ?? accent,
    side: website.side,
    asks_email: website.asks_email,
    topics: results.map(({ key, name }) => ({ key, name })),
    languages: website.languages.length > 0 ? website.languages : languages,
    ...now,
    verified_only: website.verified_only,
    max_file_bytes: MAX_FILE,
  };
}

function houseNow(): Promise<House> {
  const now = performance.now();
  if (believed && believed.until > now) return believed.house;
  const house = readHouse();
  believed = { until: now + BELIEVED_MS, house };
  house.catch(() => {
    believed = undefined;
  });
  return house;
}

async function readHouse(): Promise<House> {
  const [there, wait, { rows }] = await Promise.all([
    isAnybodyThere(),
    waitOfLate({ channel: 'CHAT', languages: [] }),
    sql.query<{ language: string }>(
      `SELECT DISTINCT unnest(languages) AS language FROM person
       WHERE role <> 'customer' AND disabled_at IS NULL ORDER BY 1`,
    ),
  ]);
  return { ...there, reply_seconds: wait?.half ?? null, languages: rows.map(({ language }) => language) };
}
