import path from 'node:path';
import { ensureBuild, ensureClient, ensurePrograms } from './build.mjs';
import { startPostgres } from './embedded-postgres.mjs';
import { addSecrets, checkDataDir, checkPort, localAddress, readSetup } from './environment.mjs';
import { ensurePackages } from './install.mjs';
import { waitForLock } from './lock.mjs';
import { inRoot, program, programs, typescriptWatched } from './paths.mjs';
import { prepareDatabase } from './prepare-database.mjs';
import { commandLine, isAlive, parentOf, signal, waitForExit } from './processes.mjs';
import { printBlock, waitUntilReady } from './ready.mjs';
import { explain, Problem, say, step } from './say.mjs';
import { rotate, Supervised } from './supervise.mjs';
import { killTools, onToolsChanged, runningTools } from './tools.mjs';

/** How long web and worker may take to finish what they are doing. */
const patience = 10_000;

class Interrupted extends Error {}

/** One run of the product, from the first check until nothing of it is left. */
class Run {
  interrupted = false;
  /** @type {import('./lock.mjs').Lock | null} */
  lock = null;
  /** @type {import('./embedded-postgres.mjs').Server | null} */
  database = null;
  /** @type {Supervised[]} */
  services = [];
  /** Resolves when somebody wants the end. */
  end = new Promise((resolve) => (this.wantEnd = resolve));

  /** @param {boolean} dev */
  constructor(dev) {
    this.setup = readSetup({ dev });
    this.logs = path.join(this.setup.dataDir, 'logs');
  }

  interrupt() {
    if (this.interrupted) {
      // Asked twice: at once, then. The database survives a crash.
      for (const service of this.services) service.kill();
      if (this.database) signal(this.database.pid, 'SIGQUIT');
      this.lock?.release();
      process.exit(130);
    }
    this.interrupted = true;
    killTools();
    this.wantEnd?.(undefined);
  }

  /** @template T @param {Promise<T>} work @returns {Promise<T>} */
  async #unlessInterrupted(work) {
    const result = await work;
    if (this.interrupted) throw new Interrupted();
    return result;
  }

  async start() {
    const { setup } = this;
    checkDataDir(setup.dataDir);
    await this.#unlessInterrupted(this.#takeLock());
    await this.#unlessInterrupted(checkPort(setup));
    addSecrets(setup);
    await this.#unlessInterrupted(this.#makeReady(() => ensurePackages()));
    if (setup.embedded) await this.#unlessInterrupted(this.#startDatabase());
    await this.#unlessInterrupted(this.#makeReady(() => ensureClient().then(ensurePrograms)));
    const prepared = await this.#unlessInterrupted(prepareDatabase(setup.env));
    if (!setup.dev) await this.#unlessInterrupted(this.#makeReady(() => ensureBuild(setup.env)));
    const web = this.#startServices();
    const address = localAddress(setup.host, setup.env.PORT ?? '');
    const ready = step('Starting web and worker', () => waitUntilReady(address, web, () => this.interrupted));
    await this.#unlessInterrupted(ready);
    this.lock?.update({ url: setup.env.APP_URL });
    printBlock(setup, prepared, this.logs);
  }

  /** Only one launcher a data folder; what a killed one left behind is ended first. */
  async #takeLock() {
    const { dataDir, dev } = this.setup;
    const patienceEnds = Date.now() + 15_000;
    const file = path.join(dataDir, 'launcher.lock');
    const taken = await waitForLock(
      file,
      dev ? 'npm run dev' : 'npm start',
      (holder) => holder.stopping === true && Date.now() < patienceEnds,
    );
    if ('holder' in taken) {
      const { pid, purpose, url } = taken.holder;
      throw new Problem(
        `"${purpose}" already runs on ${dataDir} (process ${pid}${url ? `, ${url}` : ''}). Use that one, stop it with: kill ${pid} — or start a second one beside it: DATA_DIR=.data2 PORT=3001 npm start`,
      );
    }
    this.lock = taken.lock;
    onToolsChanged(() => this.#record());
    await Promise.all((taken.previous?.children ?? []).map(endLeftover));
  }

  /** The lock names all that runs, so that the next start can end it if we are killed. */
  #record() {
    const services = this.services.filter((service) => service.alive);
    const children = [
      ...services.map(({ name, pid, started }) => ({ name, pid, started })),
      ...runningTools(),
    ];
    this.lock?.update({ children });
  }

  /** Packages, client and build belong to the clone: two launchers with different data must not make them at once. */
  async #makeReady(/** @type {() => Promise<void>} */ work) {
    const taken = await waitForLock(inRoot('generated', 'setup.lock'), 'npm start', () => !this.interrupted);
    try {
      await work();
    } finally {
      if ('lock' in taken) taken.lock.release();
    }
  }

  async #startDatabase() {
    const { dataDir, env } = this.setup;
    const log = path.join(this.logs, 'postgres.log');
    const server = await step('Starting PostgreSQL', () =>
      startPostgres({ dir: path.join(dataDir, 'pg'), log }),
    );
    this.database = server;
    env.DATABASE_URL = server.url;
  }

  #startServices() {
    const { dev, env } = this.setup;
    const service = (/** @type {'web' | 'worker'} */ name) => {
      const logFile = dev ? null : path.join(this.logs, `${name}.log`);
      if (logFile) setInterval(() => rotate(logFile), 600_000).unref();
      return new Supervised({
        name,
        args: dev ? typescriptWatched(programs[name]) : program(name),
        env,
        logFile,
        onStart: () => queueMicrotask(() => this.#record()),
      });
    };
    const web = service('web');
    this.services = [web, service('worker')];
    return web;
  }

  /** Web and worker first, so that they can finish; then the database. */
  async cleanUp() {
    if (this.lock) this.lock.update({ stopping: true });
    if (this.services.length > 0) say('Stopping …');
    killTools();
    await Promise.all(this.services.map((service) => service.stop(patience)));
    await this.database?.stop('fast');
    this.lock?.release();
  }
}

/** @param {{ name: string, pid: number, started: string }} child */
async function endLeftover({ pid, started }) {
  if (!isAlive(pid, started)) return;
  signal(pid, 'SIGTERM');
  if (!(await waitForExit(pid, 3_000, started))) signal(-pid, 'SIGKILL');
  await waitForExit(pid, 2_000, started);
}

/** When `npm` itself is killed, nobody is left who would stop us: then we stop by ourselves. @param {() => void} orphaned */
function watchNpm(orphaned) {
  if (!['start', 'dev'].includes(process.env.npm_lifecycle_event ?? '')) return;
  const parent = process.ppid;
  // npm runs us through a shell, which may or may not stay between the two.
  const shellStays = !/npm/.test(commandLine(parent).split(' ')[0] ?? '');
  const npm = shellStays ? parentOf(parent) : undefined;
  setInterval(() => {
    if (process.ppid !== parent || (shellStays && parentOf(parent) !== npm)) orphaned();
  }, 500).unref();
}

/** Runs the product until it is told to stop; ends this process. @param {{ dev: boolean }} options */
export async function launch({ dev }) {
  let code = 0;
  /** @type {Run | null} */
  let run = null;
  // Whoever read our output may be gone; that must not keep us from ending the rest.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  try {
    const current = new Run(dev);
    run = current;
    for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
      process.on(name, () => current.interrupt());
    watchNpm(() => !current.interrupted && current.interrupt());
    // Keeps this process alive: all it has started is watched through handles that may be idle.
    setInterval(() => {}, 60_000);
    await current.start();
    await current.end;
  } catch (error) {
    if (!(error instanceof Interrupted) && !run?.interrupted) code = explain(error);
  }
  try {
    await run?.cleanUp();
    if (code === 0) say('Stopped. Nothing is left running.');
  } catch (error) {
    code = explain(error);
  }
  process.exit(code);
}
