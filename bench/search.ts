import { rebuildSearch } from '@/lib/commands/rebuild-search';
import { closePool } from '@/lib/db/pool';
import type { Sql } from '@/lib/db/transaction';
import { searchTicketsSql } from '@/lib/queries/search-tickets';
import { SEARCH_SETTINGS, searchWords } from '@/lib/queries/search-words';
import { parseSearchQuery } from '@/lib/rules/search-query';
import { searchQuery } from '@/lib/schemas/search';
import type { Figure } from './figure';
import { client, type House, percentile } from './house';
import { makePeople } from './people';
import { fillForSearch, multiply, searchesFor } from './search-fill';

/** Read by the worker's own code, which is timed; the rest of the million are copies of these and their index. */
const READ = 12_500;
const COPIES = 9;
const QUESTIONS = 200;

/** GET /api/tickets/search/ over 1,000,000 messages beside its bare SQL, and how fast the index is built. Aim: p95 100 ms. */
export async function benchSearch(house: House): Promise<Figure[]> {
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
  const sql = { query: connection.query.bind(connection) } as Sql;
  await connection.query('BEGIN');
  await connection.query(SEARCH_SETTINGS);
  const timed = async (times: number[], work: () => Promise<void>) => {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  };
  // in turns, so that both meet the same caches; the first ten only warm them
  for (const [index, q] of [...questions.slice(0, 10), ...questions].entries()) {
    const asked = parseSearchQuery(q, { staff: true });
    const words = await searchWords(sql, asked);
    const position = { at: new Date().toISOString(), after: null };
    const { text, values } = searchTicketsSql(agent!.actor, searchQuery.parse({ q }), asked, words, position);
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
  await connection.query('ROLLBACK');
  connection.release();
  http.close();
  const figure = (share: number): Figure => ({
    name: `GET /api/tickets/search/ over ${(messages * (COPIES + 1)).toLocaleString('en')} messages, p${share * 100}`,
    value: percentile(api, share),
    unit: 'ms',
    bare: percentile(bare, share),
  });
  return [
    figure(0.5),
    { ...figure(0.95), aim: { most: 100 } },
    { name: 'index built, messages', value: rate, unit: '/s' },
  ];
}
