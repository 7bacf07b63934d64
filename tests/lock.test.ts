import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { completeLock, type Lock, missingOptional } from '../scripts/complete-lock.mjs';

const text = readFileSync('package-lock.json', 'utf8');
const lock = JSON.parse(text) as Lock;

/** Versions below these have known holes, or were seen to break. */
const floors: Record<string, string> = {
  next: '16.4.1',
  'next-auth': '4.24.15',
  nodemailer: '10.4.1',
  'socket.io-parser': '4.2.6',
};

const numbers = (version: string) => version.split('-')[0]!.split('.').map(Number);
function atLeast(version: string, floor: string) {
  const [a, b] = [numbers(version), numbers(floor)];
  for (let i = 0; i < 3; i++) if (a[i] !== b[i]) return a[i]! > b[i]!;
  return true;
}

describe('package-lock.json', () => {
  test('names every optional platform package (else: node scripts/complete-lock.mjs)', () => {
    expect(missingOptional(lock)).toEqual([]);
  });

  test('carries no address of any registry', () => {
    expect(text).not.toMatch(/"resolved"/);
    const hosts = [...text.matchAll(/https?:\/\/([^/"]+)[^"]*/g)].filter((m) => /\.tgz|registry/.test(m[0]));
    expect(hosts.map((m) => m[0])).toEqual([]);
  });

  test.each(Object.entries(floors))('%s is at least %s everywhere in the tree', (name, floor) => {
    const found = Object.entries(lock.packages).filter(([at]) => at.endsWith(`node_modules/${name}`));
    expect(found.length).toBeGreaterThan(0);
    for (const [at, entry] of found)
      expect(atLeast(entry.version!, floor), `${at} ${entry.version}`).toBe(true);
  });

  test('agrees with package.json and pins every version', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const kind of ['dependencies', 'devDependencies'] as const) {
      expect(lock.packages['']![kind]).toEqual(manifest[kind]);
      for (const [name, version] of Object.entries<string>(manifest[kind])) {
        expect(version, name).toMatch(/^\d+\.\d+\.\d+/);
      }
    }
  });
});

describe('completeLock', () => {
  const incomplete = (): Lock => ({
    packages: {
      '': {},
      'node_modules/a': {
        version: '1.0.0',
        dev: true,
        optionalDependencies: { '@a/bin-linux-x64-musl': '1.0.0', '@a/bin-win32-arm64-msvc': '1.0.0' },
      },
      'node_modules/b': { version: '2.0.0', optionalDependencies: { '@a/bin-linux-x64-musl': '2.0.0' } },
    },
  });

  test('reads system, processor and C library from the name', () => {
    const done = incomplete();
    completeLock(done);
    expect(done.packages['node_modules/@a/bin-linux-x64-musl']).toEqual({
      version: '1.0.0',
      os: ['linux'],
      cpu: ['x64'],
      libc: ['musl'],
      dev: true,
      optional: true,
    });
    expect(done.packages['node_modules/@a/bin-win32-arm64-msvc']).toMatchObject({
      os: ['win32'],
      cpu: ['arm64'],
    });
  });

  test('is done after one run and keeps two versions apart', () => {
    const done = incomplete();
    completeLock(done);
    expect(missingOptional(done)).toEqual([]);
    expect(done.packages['node_modules/b/node_modules/@a/bin-linux-x64-musl']).toMatchObject({
      version: '2.0.0',
    });
    expect(completeLock(done)).toEqual([]);
  });

  test('refuses what it cannot read', () => {
    const odd: Lock = { packages: { 'node_modules/a': { optionalDependencies: { fsevents: '~2.3.3' } } } };
    expect(() => completeLock(odd)).toThrow(/by hand/);
  });
});
