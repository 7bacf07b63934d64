import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { newId } from '@/lib/clock';
import { type DemoData, loadDemo } from '@/lib/commands/load-demo';
import { runImport } from '@/lib/commands/run-import';
import { stageImport } from '@/lib/commands/stage-import';
import type { Actor } from '@/lib/rules/permissions';
import { demoHistory } from './demo-history';

/** The newest of the real messages is this old when they are loaded. */
const AGE_MS = 10 * 60 * 1_000;

type Agent = { id: string; name: string; languages: readonly string[] };

/**
 * Loads the example data: the 100 real messages as 57 conversations, whose times are moved so that the newest is ten
 * minutes old, and sixty days of history before them. Interrupted, it can be run again.
 *
 * @param house `demo`: the agents exist, the conversations are given out to them, and customers are numbered as in the
 *   file. `real`: agents are made who cannot sign in, the conversations wait for whoever wants to practise, and no
 *   customer is taken for a real one with the same number.
 */
export async function loadExample(
  admin: Actor,
  house: { kind: 'demo'; agents: readonly Agent[]; accounts: readonly string[] } | { kind: 'real' },
): Promise<void> {
  const now = Date.now();
  const isDemo = house.kind === 'demo';
  const file = await readFile(path.join(process.cwd(), 'prisma', 'demo-messages.csv'), 'utf8');
  const csv = isDemo ? file : file.replaceAll(/^(?=\d+,\d{4}-)/gm, 'example-');
  const { id } = await stageImport(admin, csv, { route: isDemo, newestAt: new Date(now - AGE_MS) });
  await runImport(id);
  const made = isDemo ? [] : makeAgents();
  const history = demoHistory(new Date(now), isDemo ? house.agents : made);
  await loadDemo(isDemo ? house.accounts : [], {
    ...history,
    people: [...made, ...history.people],
    presence: isDemo ? history.presence : [],
  });
}

function makeAgents(): DemoData['people'] {
  const agents: [string, string[]][] = [
    ['Ada Bauer', ['en', 'de']],
    ['Bruno Rossi', ['en', 'it']],
    ['Chloé Martin', ['en', 'fr']],
  ];
  return agents.map(([name, languages]) => ({
    id: newId(),
    name: `${name} (example)`,
    role: 'agent',
    languages,
    locale: 'en',
  }));
}
