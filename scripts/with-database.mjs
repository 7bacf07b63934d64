/**
 * `node scripts/with-database.mjs tsx scripts/x.ts …`: runs a command in the environment that `npm start` gives
 * its children. The built-in PostgreSQL is used when it runs, else it is started for the command alone.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureClient } from './lib/build.mjs';
import { runningPostgres, startPostgres } from './lib/embedded-postgres.mjs';
import { addSecrets, checkDataDir, readSetup } from './lib/environment.mjs';
import { ensurePackages } from './lib/install.mjs';
import { liveHolder, takeLock } from './lib/lock.mjs';
import { inRoot, root, typescript } from './lib/paths.mjs';
import { explain, Problem } from './lib/say.mjs';

/** @type {(() => Promise<void>)[]} */
const cleanUps = [];
let over = false;

async function cleanUp() {
  for (let undo = cleanUps.pop(); undo; undo = cleanUps.pop()) await undo();
}

/** The address of the built-in database, started when nobody has. @param {string} dataDir @param {string} purpose */
async function embeddedUrl(dataDir, purpose) {
  const dir = path.join(dataDir, 'pg');
  const lockFile = path.join(dataDir, 'launcher.lock');
  const holder = liveHolder(lockFile);
  if (holder?.purpose.startsWith('npm start') || holder?.purpose.startsWith('npm run dev')) {
    const running = runningPostgres(dir);
    if (running) return running.url;
    throw new Problem(
      `"${holder.purpose}" (process ${holder.pid}) is just starting or stopping. Try again in a moment.`,
    );
  }
  const taken = takeLock(lockFile, purpose);
  if ('holder' in taken)
    throw new Problem(
      `"${taken.holder.purpose}" (process ${taken.holder.pid}) uses the database right now. Try again when it is done.`,
    );
  cleanUps.push(async () => taken.lock.release());
  const server = await startPostgres({ dir, log: path.join(dataDir, 'logs', 'postgres.log') });
  cleanUps.push(() => server.stop('fast'));
  return server.url;
}

/** @param {string[]} command @param {Record<string, string>} env @returns {Promise<number>} */
function run([program = '', ...args], env) {
  const bins = `${inRoot('node_modules', '.bin')}${path.delimiter}${env.PATH ?? ''}`;
  const options = { cwd: root, env: { ...env, PATH: bins } };
  const child =
    program === 'tsx'
      ? spawn(process.execPath, typescript(args[0] ?? '', args.slice(1)), {
          ...options,
          stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
        })
      : spawn(program, args, { ...options, stdio: 'inherit' });
  // Ctrl-C in a terminal reaches the command by itself; a signal sent to us alone must be handed on.
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(name, () => child.kill(name === 'SIGINT' ? 'SIGINT' : 'SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Problem(`${program} cannot be run: ${error.message}`)));
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 130 : 1)));
  });
}

async function main() {
  const [first, ...rest] = process.argv.slice(2);
  if (!first)
    throw new Problem('Say which command to run: node scripts/with-database.mjs tsx scripts/doctor.ts');
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(name, () => (over = true));
  const setup = readSetup({ dev: process.env.NODE_ENV === 'development' });
  setup.env.PORT ??= '3000';
  setup.env.APP_URL ??= `http://localhost:${setup.env.PORT}`;
  checkDataDir(setup.dataDir);
  addSecrets(setup);
  await ensurePackages();
  await ensureClient();
  if (setup.embedded)
    setup.env.DATABASE_URL = await embeddedUrl(
      setup.dataDir,
      `npm run ${process.env.npm_lifecycle_event ?? first}`,
    );
  return over ? 130 : await run([first, ...rest], setup.env);
}

let code = 1;
try {
  code = await main();
} catch (error) {
  code = explain(error);
}
await cleanUp();
process.exit(code);
