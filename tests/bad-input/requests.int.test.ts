import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '@/lib/db/transaction';
import { comparableText, PASSWORD } from '@/tests/identity';
import { ask, expectDecent } from './ask';
import { bodies } from './bodies';
import { headers } from './headers';
import { lists } from './lists';
import { people } from './people';
import { tickets } from './tickets';
import { type Line, makeWorld, sendLine, type World } from './world';

/** The bad-input catalogue (spec/reliability.md §4), line by line, against a real web process. */
let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(async () => {
  await world.web.stop();
});

const groups: Record<string, Line[]> = { bodies, lists, tickets, headers, people };
describe.each(Object.entries(groups))('%s', (_group, lines) => {
  test.each(lines.map((line) => [line.id, line.what, line] as const))('%s %s', async (_id, _what, line) => {
    const answer = await sendLine(world, line);
    const shown = answer.text.slice(0, 300);
    expect([line.status].flat(), shown).toContain(answer.status);
    if (line.code) expect(answer.body.error?.code, shown).toBe(line.code);
    for (const field of line.fields ?? [])
      expect(Object.keys(answer.body.error?.fields ?? {}), shown).toContain(field);
    if (line.within) expect(answer.milliseconds).toBeLessThan(line.within);
    await line.check?.(answer, world);
  });
});
