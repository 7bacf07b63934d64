/**
 * Run by the launcher and by the container's entry before web and worker start: migrates and loads what has to be
 * there. May run any number of times. Its last line is for the launcher: one line of JSON.
 */

import { openSetup } from '@/lib/commands/open-setup';
import { migrate } from '@/lib/db/migrate';
import { env } from '@/lib/env';
import { DEMO_PEOPLE, seedDemo } from '@/prisma/seed';
import { runScript } from './lib/run-script';

interface Prepared {
  /** Who can sign in with DEMO_PASSWORD; empty outside of the demo. */
  people: { email: string; role: string; name?: string; languages?: string[] }[];
  /** Where the first admin is made, as long as there is none. */
  setupUrl: string | null;
}

await runScript(async () => {
  const { DATABASE_URL, DEMO } = env();
  await migrate(DATABASE_URL);
  const prepared: Prepared = { people: [], setupUrl: null };

  if (DEMO) {
    await seedDemo();
    prepared.people = DEMO_PEOPLE.map(({ email, role, name, languages }) => ({
      email,
      role,
      name,
      languages: [...languages],
    }));
  } else {
    prepared.setupUrl = await openSetup();
  }

  process.stdout.write(`${JSON.stringify(prepared)}\n`);
  return 0;
});
