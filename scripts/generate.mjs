/** `npm run generate`: makes what is in generated/, the database client and the packed programs, without any download. */
import { ensureClient, ensurePrograms } from './lib/build.mjs';
import { explain } from './lib/say.mjs';

try {
  await ensureClient({ force: true });
  await ensurePrograms();
} catch (error) {
  process.exitCode = explain(error);
}
