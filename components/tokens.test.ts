import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/**
 * Every pair of colours that the interface puts together: text at least 4.5:1, edges of controls, glyphs and the
 * focus ring at least 3:1 (WCAG 1.4.3, 1.4.11), in both themes, read from the one token file.
 */
const css = readFileSync(fileURLToPath(new URL('../app/globals.css', import.meta.url)), 'utf8');

function tokens(selector: ':root' | '.dark'): Record<string, string> {
  const block = css.slice(css.indexOf(`\n${selector} {\n  color-scheme`)).split('}')[0] ?? '';
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
  );
}

const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
}

const STATUS = ['open', 'assigned', 'progress', 'waiting', 'resolved', 'closed'];
const GROUNDS = ['canvas', 'surface', 'raised', 'hover', 'selected'];

/** Foreground, backgrounds, the least ratio. */
const PAIRS: [string, string[], number][] = [
  ['text', [...GROUNDS, 'sunken', 'note-bg'], 4.5],
  ['text-2', [...GROUNDS, 'sunken', 'note-bg'], 4.5],
  ['text-3', GROUNDS, 4.5],
  ['accent', GROUNDS, 4.5],
  ['on-accent', ['accent', 'accent-hover'], 4.5],
  ['note-text', ['note-bg'], 4.5],
  ['danger', ['canvas', 'surface', 'raised', 'hover', 'danger-bg', 'note-bg'], 4.5],
  ['danger-bg', ['danger'], 4.5],
  ['ok', ['canvas', 'surface', 'raised', 'note-bg'], 4.5],
  ['warn', ['canvas', 'surface', 'raised', 'hover', 'note-bg'], 4.5],
  ['info', ['canvas', 'surface', 'raised'], 4.5],
  ['line-strong', ['canvas', 'surface', 'raised'], 3],
  ['focus', [...GROUNDS, 'sunken', 'note-bg'], 3],
  ['priority-urgent', ['surface', 'hover', 'selected', 'raised', 'canvas'], 4.5],
  ['priority-high', ['surface', 'hover', 'selected', 'raised', 'canvas'], 4.5],
  ...[1, 2, 3, 4, 5, 6].map((n): [string, string[], number] => [
    `chart-${n}`,
    ['surface', 'canvas', 'raised'],
    4.5,
  ]),
  ...STATUS.map((name): [string, string[], number] => [`status-${name}`, [`status-${name}-bg`], 4.5]),
  ...STATUS.map((name): [string, string[], number] => [
    `status-${name}`,
    ['surface', 'hover', 'selected', 'raised', 'canvas'],
    3,
  ]),
];

describe.each([':root', '.dark'] as const)('contrast of %s', (selector) => {
  const theme = tokens(selector);

  test('the token file was read', () => {
    expect(Object.keys(theme).length).toBeGreaterThanOrEqual(37);
  });

  test.each(PAIRS)('%s on %j is at least %d', (foreground, backgrounds, least) => {
    for (const background of backgrounds) {
      const ratio = contrast(theme[foreground]!, theme[background]!);
      expect(ratio, `${foreground} on ${background}: ${ratio.toFixed(2)}`).toBeGreaterThanOrEqual(least);
    }
  });
});

test('both themes name the same tokens', () => {
  expect(Object.keys(tokens('.dark')).sort()).toEqual(Object.keys(tokens(':root')).sort());
});
