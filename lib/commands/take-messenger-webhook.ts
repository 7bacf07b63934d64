import { openSecret } from '../auth/sealed-secret';
import { type WebhookItem, webhookItems } from '../channels/messenger/webhook-items';
import { isFromApp } from '../channels/messenger/webhook-signature';
import { newIds } from '../clock';
import { sql } from '../db/transaction';
import { NotFound, Unauthenticated } from '../errors';
import { addJobs } from '../jobs/queue';

interface PageRow {
  id: string;
  page_id: string;
  app_secret: string;
  is_active: boolean;
}

/**
 * Takes what Facebook tells of a page. Its signature is looked at before anything else; then all of it is kept as it
 * came, and read later. The same for a second time is the same.
 *
 * @param parse reads the body once it is known to be theirs.
 * @returns how much of it is new.
 * @throws Unauthenticated, also where there is no such page; NotFound when it is switched off; what `parse` throws.
 */
export async function takeMessengerWebhook(
  id: string,
  signature: string | undefined,
  raw: Uint8Array,
  parse: (raw: Uint8Array) => unknown,
): Promise<{ received: number }> {
  const { rows } = await sql.query<PageRow>(
    'SELECT id, page_id, app_secret, is_active FROM messenger_page WHERE id = $1',
    [id],
  );
  // a page that is not there has a secret as well, which nobody knows
  const secret = (rows[0] && secretOf(rows[0])) ?? crypto.randomUUID();
  if (!isFromApp(secret, signature, raw)) throw new Unauthenticated('The signature does not hold.');
  if (!rows[0]?.is_active) throw new NotFound();
  const items = webhookItems(parse(raw)) ?? [];
  if (items.length === 0) return { received: 0 };
  const ids = await keep(items, await pagesOf(items, rows[0], secret));
  // nobody waits for the queue: without the job, a sweep reads it soon
  if (ids[0]) void addJobs([{ name: 'read-messenger', payload: {}, id: `${ids[0]}-read` }]).catch(() => {});
  return { received: ids.length };
}

const secretOf = ({ app_secret }: PageRow): string | null =>
  openSecret('messenger_page.app_secret', app_secret);

/** An app has one webhook for all of its pages: those that are ours too are known by its secret. */
async function pagesOf(
  items: readonly WebhookItem[],
  own: PageRow,
  secret: string,
): Promise<Map<string, string>> {
  const others = items.filter(({ pageId }) => pageId !== own.page_id).map(({ pageId }) => pageId);
  const pages = new Map([[own.page_id, own.id]]);
  if (others.length === 0) return pages;
  const { rows } = await sql.query<PageRow>(
    'SELECT id, page_id, app_secret, is_active FROM messenger_page WHERE page_id = ANY($1) AND is_active',
    [others],
  );
  for (const row of rows) if (secretOf(row) === secret) pages.set(row.page_id, row.id);
  return pages;
}

/** What is of no page of ours is kept with the one that it came to, so that somebody can see it. */
async function keep(items: readonly WebhookItem[], pages: Map<string, string>): Promise<string[]> {
  const [fallback] = pages.values();
  const ids = newIds(items.length);
  const kept = items.map(({ pageId, key, kind, psid, raw, happenedAt }, at) => {
    const reason = !pages.has(pageId)
      ? 'unknown_page'
      : psid === null || kind === 'other'
        ? 'unknown_kind'
        : null;
    return {
      ...{ id: ids[at], page_id: pages.get(pageId) ?? fallback, key, kind, psid, raw, reason },
      happened_at: happenedAt.toISOString(),
    };
  });
  const { rows } = await sql.query<{ id: string }>(
    `INSERT INTO messenger_event (id, page_id, key, kind, psid, raw, happened_at, reason, state, settled_at)
     SELECT e.id, e.page_id, e.key, e.kind, e.psid, e.raw, e.happened_at, e.reason,
       CASE WHEN e.reason IS NULL THEN 'received' ELSE 'ignored' END, CASE WHEN e.reason IS NOT NULL THEN now() END
     FROM jsonb_to_recordset($1::jsonb) AS e (id uuid, page_id uuid, key text, kind text, psid text, raw text,
       happened_at timestamptz, reason text)
     ORDER BY e.id ON CONFLICT (page_id, key) DO NOTHING RETURNING id`,
    [JSON.stringify(kept)],
  );
  return rows.map(({ id }) => id);
}
