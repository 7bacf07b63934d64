import { expect } from 'vitest';
import { indexTickets } from '@/lib/commands/index-tickets';
import { postMessage } from '@/lib/commands/post-message';
import { sql } from '@/lib/db/transaction';
import { postMessageInput } from '@/lib/schemas/post-message';
import type { Line, World } from './world';

/** B40 to B46 and C38: whatever is typed into the search box. */
const PATH = '/tickets/search/?q=';
const line = (id: string, q: string, more: Partial<Line> = {}): Line => ({
  ...{
    id,
    what: `search for ${q.slice(0, 40)}`,
    as: 'bruno',
    path: PATH + encodeURIComponent(q),
    status: 200,
  },
  ...{ within: 1_000 },
  ...more,
});
const nothing = { results: [], customers: [], total: 0, capped: false, suggestion: null, next: null };
const isNothing: Partial<Line> = { check: ({ body }) => expect(body).toEqual(nothing) };
const refused = (id: string, what: string, query: string, field: string): Line => ({
  ...{ id, what: `search, ${what}`, as: 'bruno', path: `/tickets/search/?${query}`, status: 422 },
  ...{ code: 'validation_failed', fields: [field] },
});

/** A ticket of Carla's that holds one word openly and another one in a note. */
async function withNote(world: World): Promise<void> {
  const { id } = await world.ticket({ of: 'carla', held: 'ada' });
  const input = postMessageInput.parse({ body: 'the marmoset knows', is_internal: true });
  await postMessage(world.people.ada, id, input, 'WEB');
  await sql.query("UPDATE ticket SET subject = 'Capybara' WHERE id = $1", [id]);
  await indexTickets();
}

export const search: Line[] = [
  ...`' " "unclosed ! & | () :* <-> a&b|c \\ - -- ''' (( )) !!a a:* a<->b <2> is: is:" -"`
    .split(' ')
    .map((q) => line('B40', q)),
  line('B40', 'a & | b', isNothing),
  ...['the and', 'der die das', '😀🎉', '打印机坏了', 'принтер'].map((q) => line('B41', q)),
  ...['%', '_', '%%%%', '\\%', '%_%'].map((q) => line('B42', q, isNothing)),
  line('B43', 'x'.repeat(200)),
  refused('B43', '201 characters', `q=${'x'.repeat(201)}`, 'q'),
  refused('B43', '10,000 words', `q=${'a%20'.repeat(2_500)}`, 'q'),
  refused('B43', '1,000 alternatives', `q=${'or%20'.repeat(1_000)}`, 'q'),
  line('B43', 'or '.repeat(66).trim()),
  refused('B43', 'nothing', 'limit=5', 'q'),
  refused('B43', 'spaces', 'q=%20', 'q'),
  refused('B43', 'a control character', 'q=a%00', 'q'),
  {
    ...line('B44', 'marmoset', isNothing),
    ...{ as: 'carla' },
    path: async (world) => {
      await withNote(world);
      return `${PATH}marmoset`;
    },
  },
  { ...line('B44', 'capybara marmoset', isNothing), as: 'carla' },
  line('B44', 'capybara', {
    as: 'carla',
    check: ({ body, text }) => {
      expect(body).toMatchObject({ total: 1, capped: false });
      expect(text).not.toMatch(/marmoset/);
    },
  }),
  line('B44', 'marmoset', { as: 'root', check: ({ body }) => expect(body).toMatchObject({ total: 1 }) }),
  line('B45', 'capybara', { ...isNothing, as: 'dora' }),
  line('B45', 'capibara', { ...isNothing, as: 'dora' }),
  line('B46', "'; SELECT pg_sleep(5)--"),
  line('B46', "' OR pg_sleep(5) IS NULL OR '"),
  refused('C38', 'an order that is not one', 'q=a&sort=pg_sleep(5)', 'sort'),
  refused('C38', 'a filter that is not one', "q=a&status=OPEN'--", 'status.0'),
  refused('C38', 'a filter that nobody has', 'q=a&password_hash=x', 'password_hash'),
  refused('B23', 'more than 50', 'q=a&limit=51', 'limit'),
  refused('B24', 'a cursor of nobody', 'q=a&cursor=abc.def', 'cursor'),
  { id: 'B40', what: 'customers by a quote', as: 'bruno', path: `/customers/?q='`, status: 200 },
  {
    id: 'B42',
    what: 'customers by %',
    as: 'bruno',
    path: '/customers/?q=%25',
    status: 200,
    check: ({ body }) => expect(body).toEqual({ results: [], next: null }),
  },
];
