/**
 * Entry of the container: `secrets` makes what is unset, once, in the shared volume; `web` and `worker` run with
 * it; anything else is run as it stands, in the same environment.
 */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot, program, root, typescript } from './lib/paths.mjs';
import { prepareDatabase } from './lib/prepare-database.mjs';
import { printBlock } from './lib/ready.mjs';
import { explain } from './lib/say.mjs';
import { ensureSecrets } from './lib/secrets.mjs';

const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value));
const env = /** @type {Record<string, string>} */ (given);
const dataDir = env.DATA_DIR ?? '/data';
const databaseHost = env.DATABASE_HOST ?? 'postgres:5432';

function addSecrets() {
  /** @type {import('./lib/secrets.mjs').SecretName[]} */
  const names = [
    'AUTH_SECRET',
    'METRICS_TOKEN',
    'POSTGRES_PASSWORD',
    ...(env.DEMO === '1' ? /** @type {const} */ (['DEMO_PASSWORD']) : []),
  ];
  const unset = names.filter((name) => !env[name]);
  Object.assign(env, ensureSecrets(dataDir, unset));
  env.DATABASE_URL ??= `postgres://switchboard:${encodeURIComponent(env.POSTGRES_PASSWORD ?? '')}@${databaseHost}/switchboard`;
  env.APP_URL ??= `http://localhost:${env.PORT ?? 3000}`;
}

/** The database's own image reads its password from a file. */
function writePostgresPassword() {
  const file = path.join(dataDir, 'postgres-password');
  mkdirSync(path.join(dataDir, 'files'), { recursive: true });
  if (!existsSync(file)) writeFileSync(file, env.POSTGRES_PASSWORD ?? '', { mode: 0o600 });
  chmodSync(file, 0o600);
}

/** Becomes `file`, as far as Node can: signals go through, the exit code comes back. @param {string} file @param {string[]} args */
function become(file, args) {
  const child = spawn(file, args, { cwd: root, env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(name, () => child.kill(name));
  child.once('error', (error) => process.exit(explain(error)));
  child.once('exit', (code, signal) => process.exit(code ?? (signal ? 143 : 1)));
}

try {
  const [what = 'web', ...rest] = process.argv.slice(2);
  addSecrets();
  if (what === 'secrets') {
    writePostgresPassword();
  } else if (what === 'web') {
    const prepared = await prepareDatabase(env);
    printBlock(
      { env, dev: true, embedded: false, demo: env.DEMO === '1', dataDir, port: 0, host: '' },
      prepared,
      '',
    );
    become(process.execPath, program('web'));
  } else if (what === 'worker') {
    become(process.execPath, program('worker'));
  } else if (existsSync(inRoot(what)) && what.endsWith('.ts')) {
    become(process.execPath, typescript(what, rest));
  } else {
    become(what, rest);
  }
} catch (error) {
  process.exit(explain(error));
}
