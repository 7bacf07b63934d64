import { openSecret } from '../auth/sealed-secret';
import { GraphFailure, readPage } from '../channels/messenger/graph';
import { sql } from '../db/transaction';
import { Forbidden, NotFound } from '../errors';
import { type Actor, may } from '../rules/permissions';
import type { MessengerTestDto } from '../schemas/messenger';

/** Asks Facebook which page the token opens, and whether it is this one. @throws Forbidden, NotFound. */
export async function testMessengerPage(actor: Actor, id: string): Promise<MessengerTestDto> {
  if (!may(actor, 'channel.edit')) throw new Forbidden();
  const { rows } = await sql.query<Record<'page_id' | 'graph_url' | 'access_token' | 'app_secret', string>>(
    'SELECT page_id, graph_url, access_token, app_secret FROM messenger_page WHERE id = $1',
    [id],
  );
  const [page] = rows;
  if (!page) throw new NotFound();
  const accessToken = openSecret('messenger_page.access_token', page.access_token);
  const appSecret = openSecret('messenger_page.app_secret', page.app_secret);
  const failed = (problem: string) => ({ is_ok: false, name: null, problem });
  if (!accessToken || !appSecret) return failed('The secrets cannot be opened with this AUTH_SECRET.');
  try {
    const found = await readPage({ graphUrl: page.graph_url, accessToken, appSecret });
    if (found.id !== page.page_id)
      return failed(`This token opens another page: ${found.name} (${found.id}).`);
    return { is_ok: true, name: found.name, problem: null };
  } catch (error) {
    if (error instanceof GraphFailure) return failed(error.message);
    throw error;
  }
}
