/** `npm run generate`: makes generated/prisma from prisma/schema.prisma, without any download. */
import { ensureClient } from './lib/build.mjs';
import { explain } from './lib/say.mjs';

try {
  await ensureClient({ force: true });
} catch (error) {
  process.exitCode = explain(error);
}
