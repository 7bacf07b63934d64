/**
 * Completes package-lock.json: run it after every change of the lock (`node scripts/complete-lock.mjs`).
 *
 * A registry mirror may lack the packages of other platforms (macOS, Windows, musl). npm then leaves them out
 * of the lock, although their parents still name them, and `npm ci` refuses such a lock everywhere. This adds
 * what is named but missing; npm skips entries whose os, cpu or libc is not the machine's own.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const systems = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = [
  'arm64',
  'arm',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'x64',
  'wasm32',
];

/** Where node would find `name` when asked from `from`, or null. */
function resolveIn(packages, from, name) {
  for (let at = from; ; ) {
    const candidate = `${at ? `${at}/` : ''}node_modules/${name}`;
    if (packages[candidate]) return candidate;
    if (!at) return null;
    const cut = at.lastIndexOf('/node_modules/');
    at = cut < 0 ? '' : at.slice(0, cut);
  }
}

/** What the name of a platform package says about where it runs: `@x/y-linux-arm64-musl`. */
function platformOf(name) {
  const words = name.split('/').at(-1).split(/[-.]/);
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  const last = words.at(-1);
  const libc = last.startsWith('musl')
    ? ['musl']
    : last.startsWith('gnu') && os.includes('linux')
      ? ['glibc']
      : [];
  return { ...(os.length && { os }), ...(cpu.length && { cpu }), ...(libc.length && { libc }) };
}

/**
 * Optional packages that an entry of the lock names and no entry provides.
 * @param {{ packages: Record<string, any> }} lock
 * @returns {{ parent: string, name: string, version: string }[]}
 */
export function missingOptional(lock) {
  const missing = [];
  for (const [parent, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!resolveIn(lock.packages, parent, name)) missing.push({ parent, name, version });
    }
  }
  return missing;
}

/** Adds what is missing to `lock` itself and returns the names. @param {{ packages: Record<string, any> }} lock */
export function completeLock(lock) {
  const added = [];
  for (const { parent, name, version } of missingOptional(lock)) {
    const platform = platformOf(name);
    if (!/^\d/.test(version) || !(platform.os || platform.cpu)) {
      throw new Error(
        `${parent} names ${name}@${version}: add it by hand, its version or platform cannot be read.`,
      );
    }
    const top = `node_modules/${name}`;
    if (lock.packages[top]?.version === version) continue; // another parent has just brought it
    // Another parent may just have added a different version on top: then this one goes below its own parent.
    const at = lock.packages[top] ? `${parent}/${top}` : top;
    const { dev, devOptional } = lock.packages[parent];
    lock.packages[at] = {
      version,
      ...platform,
      ...(dev && { dev }),
      ...(devOptional && { devOptional }),
      optional: true,
    };
    added.push(`${name}@${version}`);
  }
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  lock.packages = Object.fromEntries(sorted);
  return added;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', 'package-lock.json');
  const before = readFileSync(file, 'utf8');
  const lock = JSON.parse(before);
  const added = completeLock(lock);
  const after = `${JSON.stringify(lock, null, 2)}\n`;
  if (added.length > 0) writeFileSync(file, after);
  console.log(
    added.length > 0 ? `Added ${added.length} packages:\n  ${added.join('\n  ')}` : 'Nothing is missing.',
  );
}
