import { countEverything } from '@/lib/commands/count-everything';
import { createFirstAdmin } from '@/lib/commands/create-first-admin';
import { createPerson } from '@/lib/commands/create-person';
import { editPerson } from '@/lib/commands/edit-person';
import { openSetup } from '@/lib/commands/open-setup';
import { prisma } from '@/lib/db/prisma';
import { env } from '@/lib/env';
import { type Actor, PLAIN_SCOPE } from '@/lib/rules/permissions';
import { seedCannedReplies } from './demo-replies';
import { loadExample } from './load-example';

/** The demo's people (contract). All share DEMO_PASSWORD; the agents are available from the start. */
export const DEMO_PEOPLE = [
  { email: 'admin@switchboard.test', name: 'Alex Admin', role: 'admin', languages: ['en'] },
  { email: 'ada@switchboard.test', name: 'Ada Bauer', role: 'agent', languages: ['en', 'de'] },
  { email: 'bruno@switchboard.test', name: 'Bruno Rossi', role: 'agent', languages: ['en', 'it'] },
  { email: 'chloe@switchboard.test', name: 'Chloé Martin', role: 'agent', languages: ['en', 'fr'] },
  { email: 'carla@example.test', name: 'Carla Costa', role: 'customer', languages: [] },
] as const;

/**
 * Loads the demo once, through the same commands as everybody's data: the people, the 100 real messages and the history
 * before them. Interrupted, it goes on at the next start.
 */
export async function seedDemo(): Promise<void> {
  const key = 'demo_loaded';
  if (await prisma().setting.findUnique({ where: { key } })) return;
  const password = env().DEMO_PASSWORD;
  if (!password) throw new Error('DEMO=1 needs DEMO_PASSWORD; npm start makes one.');
  const admin = await ensureAdmin(password);
  for (const person of DEMO_PEOPLE.slice(1)) await ensurePerson(admin, person, password);
  const accounts = DEMO_PEOPLE.map(({ email }) => email);
  const agents = await prisma().person.findMany({
    where: { role: 'agent', email: { in: accounts } },
    orderBy: { email: 'asc' },
  });
  await loadExample(admin, { kind: 'demo', agents, accounts });
  await seedCannedReplies(admin);
  // so that the reports show it before the worker has swept once
  await countEverything();
  // a demo shows the work, not how to set it up
  await prisma().setting.create({ data: { key: 'setup_done', value: true } });
  await prisma().setting.create({ data: { key, value: true } });
}

async function ensureAdmin(password: string): Promise<Actor> {
  const { email, name } = DEMO_PEOPLE[0];
  const setup = await openSetup();
  if (setup) {
    const token = setup.slice(setup.indexOf('#') + 1);
    await createFirstAdmin(
      { token, email, name, password },
      { ip: '127.0.0.1', userAgent: 'demo', acceptLanguage: 'en' },
    );
  }
  const row = await prisma().person.findUniqueOrThrow({ where: { email } });
  return { id: row.id, role: 'admin', name: row.name, sessionId: null, scope: PLAIN_SCOPE };
}

async function ensurePerson(
  admin: Actor,
  person: (typeof DEMO_PEOPLE)[number],
  password: string,
): Promise<void> {
  const existing = await prisma().person.findUnique({ where: { email: person.email } });
  const { id } =
    existing ?? (await createPerson(admin, { ...person, languages: [...person.languages], password }));
  if (person.role === 'agent' && !existing?.isAvailable) await editPerson(admin, id, { is_available: true });
}
