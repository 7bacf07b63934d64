import { parseArgs } from 'node:util';
import { createAdmin } from '../lib/commands/create-admin';
import { closePool } from '../lib/db/pool';
import { canonicalAddress } from '../lib/schemas/email-address';
import { personName } from '../lib/schemas/text';

/** `npm run admin:create -- --email you@example.com [--name "Your Name"]`: prints a one-time link, asks nothing. */
const USAGE = 'Usage: npm run admin:create -- --email you@example.com [--name "Your Name"]';

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { email: { type: 'string' }, name: { type: 'string' } } });
  const email = canonicalAddress(values.email ?? '');
  const name = personName.safeParse(values.name ?? email?.split('@')[0] ?? '');
  if (email === null || !name.success) {
    process.stderr.write(
      `${email === null ? '--email must be one plain address.' : '--name is not usable.'}\n${USAGE}\n`,
    );
    return 64;
  }
  const { link, isNew } = await createAdmin(email, name.data);
  process.stdout.write(
    `${email} is ${isNew ? 'a new admin' : 'an admin now'}. This link works once, for 7 days, and sets the password:\n\n  ${link}\n\n`,
  );
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n${USAGE}\n`);
  process.exitCode = 1;
} finally {
  await closePool();
}
