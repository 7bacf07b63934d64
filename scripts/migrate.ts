/** `npm run migrate`: brings the database up to date and says what was done. */
import { migrate } from '@/lib/db/migrate';
import { env } from '@/lib/env';
import { databasePlace, runScript } from './lib/run-script';

await runScript(async () => {
  const { DATABASE_URL } = env();
  const applied = await migrate(DATABASE_URL);
  const place = databasePlace(DATABASE_URL);
  if (applied.length === 0) console.log(`Nothing to do: ${place} is up to date.`);
  else console.log(`Applied to ${place}:\n${applied.map((name) => `  ${name}`).join('\n')}`);
  return 0;
});
