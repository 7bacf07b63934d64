import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { inRoot } from './paths.mjs';
import { Problem } from './say.mjs';
import { ensureSecrets } from './secrets.mjs';

/**
 * What the launcher decides before anything runs. `env` is what every child gets; `DATABASE_URL` is added to it
 * once the embedded server runs (`embedded`).
 * @typedef {{ env: Record<string, string>, embedded: boolean, demo: boolean, dev: boolean, dataDir: string, port: number, host: string }} Setup
 */

/** Reads `.env` (what is set outside wins) and fills in what nobody has set. @param {{ dev?: boolean }} [options] @returns {Setup} */
export function readSetup({ dev = false } = {}) {
  if (existsSync(inRoot('.env'))) process.loadEnvFile(inRoot('.env'));
  // An empty value counts as unset, as in lib/env.ts.
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value));
  const env = /** @type {Record<string, string>} */ (given);
  const embedded = !env.DATABASE_URL;
  const dataDir = path.resolve(inRoot(), env.DATA_DIR ?? '.data');
  const demo = (env.DEMO ?? (embedded ? '1' : '0')) === '1';
  const port = Number(env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Problem(
      `PORT is "${env.PORT}", which is not a port. Use a number from 1 to 65535, for example PORT=3001 npm start`,
    );
  }
  const host = env.HOST ?? '127.0.0.1';
  Object.assign(env, {
    DATA_DIR: dataDir,
    DEMO: demo ? '1' : '0',
    HOST: host,
    NODE_ENV: dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  });
  return { env, embedded, demo, dev, dataDir, port, host };
}

/** The folder exists and can be written, or a sentence says what to do. @param {string} dataDir */
export function checkDataDir(dataDir) {
  const probe = path.join(dataDir, `.write-${process.pid}`);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    const why =
      code === 'ENOSPC'
        ? 'the disk is full'
        : code === 'EROFS'
          ? 'the disk is read-only'
          : `it may not be written here (${code})`;
    throw new Problem(
      `The data folder ${dataDir} cannot be used: ${why}. Give it to yourself (chown -R "$(id -un)" ${dataDir}), or choose another: DATA_DIR=/some/folder npm start`,
    );
  }
}

/** Secrets that are unset in the demo are made once; outside of it lib/env.ts asks for them. @param {Setup} setup */
export function addSecrets({ env, demo, dataDir }) {
  if (!demo) return;
  /** @type {import('./secrets.mjs').SecretName[]} */
  const names = ['AUTH_SECRET', 'METRICS_TOKEN', 'DEMO_PASSWORD'];
  const unset = names.filter((name) => !env[name]);
  if (unset.length > 0) Object.assign(env, ensureSecrets(dataDir, unset));
}

/** Takes the port for a moment, to say now what the web process would only say in its log. @param {Setup} setup */
export async function checkPort({ env, port, host }) {
  const taken = await new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', (error) =>
      reject(portProblem(/** @type {NodeJS.ErrnoException} */ (error), port, host)),
    );
    probe.listen({ port, host, exclusive: true }, () => {
      const found = /** @type {net.AddressInfo} */ (probe.address()).port;
      probe.close(() => resolve(found));
    });
  });
  env.PORT = String(taken);
  env.APP_URL ??= `http://localhost:${taken}`;
}

function portProblem(
  /** @type {NodeJS.ErrnoException} */ { code, message },
  /** @type {number} */ port,
  /** @type {string} */ host,
) {
  if (code === 'EADDRINUSE')
    return new Problem(
      `Port ${port} is used by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`,
    );
  if (code === 'EACCES')
    return new Problem(`You may not open port ${port}. Choose one above 1023: PORT=3000 npm start`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new Problem(
      `HOST is "${host}", which is no address of this machine. Leave it unset (127.0.0.1), or use 0.0.0.0 for all of them.`,
    );
  return new Problem(
    `Port ${port} on ${host} cannot be opened: ${message}. Try another: PORT=${port + 1} npm start`,
  );
}

/** The address at which this machine itself reaches the web process. @param {string} host @param {string} port */
export function localAddress(host, port) {
  const everywhere = ['0.0.0.0', '::', '127.0.0.1', 'localhost'].includes(host);
  return `http://${everywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${port}`;
}
