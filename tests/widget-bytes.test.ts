import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { ensureWidget } from '@/scripts/lib/build.mjs';

/** What a website's visitor loads, packed anew and compressed as a proxy does (spec/interface.md 2.12 and row 29). */

const PACKED = 'generated/widget';
const kB = (...files: string[]) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(`${PACKED}/${file}`)).length, 0) / 1_000;
const assets = (type: string) =>
  readdirSync(`${PACKED}/assets`)
    .filter((name) => name.endsWith(type))
    .map((name) => `assets/${name}`);

beforeAll(() => ensureWidget());

it('a page with the line loads at most 3 kB more', () => {
  expect(kB('loader.js')).toBeLessThanOrEqual(3);
});

it('the frame shows itself after at most 25 kB, the loader included: the socket comes with the first conversation', () => {
  const { script, style } = JSON.parse(readFileSync(`${PACKED}/entry.json`, 'utf8'));
  expect(kB('loader.js', `assets/${script}`, `assets/${style}`)).toBeLessThanOrEqual(25);
});

it('all that is ever loaded is at most 60 kB of code', () => {
  expect(kB('loader.js', ...assets('.js'), ...assets('.css'))).toBeLessThanOrEqual(60);
});

it('the loader leaves no global but one, and needs neither eval nor inline styles', () => {
  const loader = readFileSync(`${PACKED}/loader.js`, 'utf8');
  expect(loader).toMatch(/^\s*"use strict";\(\(\)=>\{|^\(\(\)=>\{/);
  expect(loader).not.toMatch(
    /\beval\(|new Function|innerHTML|createElement\("style"\)|setAttribute\("style"/,
  );
});
