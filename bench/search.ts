import { rebuildSearch } from '@/lib/commands/rebuild-search';
import { closePool } from '@/lib/db/pool';
import { searchTicketsSql } from '@/lib/queries/search-tickets';
import { configsInUse } from '@/lib/queries/search-words';
import { parseSearchQuery } from '@/lib/rules/search-query';
import { searchQuery } from '@/lib/schemas/search';
import { client, type House, percentile } from './house';
import { makePeople } from './people';
import { fillForSearch, multiply, searchesFor } from './search-fill';

/** Read by the worker's own code, which is timed; the rest of the million are copies of these and their index. */
const READ = 12_500;
const COPIES = 9;
const QUESTIONS = 200;

/** GET /api/tickets/search/ over 1,000,000 messages beside its bare SQL, and how fast the index is built. Aim: p95 100 ms. */
export async function benchSearch(house: House): Promise<string> {
  const messages = await fillForSearch(house.pool, READ);
  const began = performance.now();
  await rebuildSearch();
  const rate = messages / ((performance.now() - began) / 1_000);
  await closePool();
  await multiply(house.pool, READ, COPIES);
  const questions = await searchesFor(house.pool, QUESTIONS);
  const [agent] = await makePeople(house.pool, 'agent', 1);
  const http = client(house.url, 1);
  const api: number[] = [];
  const bare: number[] = [];
  const connection = await house.pool.connect();
  const configs = await configsInUse({ query: (text, values) => connection.query(text, values) });
  // the planner's choices for a search; what SEARCH_SETTINGS sets in its transaction
  await connection.query("SET jit = 'off'; SET random_page_cost = 1.1");
  const timed = async (times: number[], work: () => Promise<void>) => {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  };
  // in turns, so that both meet the same caches; the first ten only warm them
  for (const [index, q] of [...questions.slice(0, 10), ...questions].entries()) {
    const { text, values } = searchTicketsSql(
      agent!.actor,
      searchQuery.parse({ q }),
      parseSearchQuery(q, { staff: true }),
      configs,
      { at: new Date().toISOString(), after: null },
    );
    const warm: number[] = [];
    await timed(index < 10 ? warm : api, async () => {
      const { status, body } = await http.send(
        'GET',
        `/api/tickets/search/?q=${encodeURIComponent(q)}`,
        agent!.token,
      );
      if (status !== 200) throw new Error(`${status} ${body.slice(0, 200)}`);
    });
    await timed(index < 10 ? warm : bare, async () => void (await connection.query(text, values)));
  }
  connection.release();
  http.close();
  const figures = (times: number[]) =>
    `p50 ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms`;
  return `search   ${(messages * (COPIES + 1)).toLocaleString('en')} messages: GET /api/tickets/search/ ${figures(api)} | bare SQL ${figures(bare)} (aim p95 100 ms) | index built at ${rate.toFixed(0)} messages/s`;
}
