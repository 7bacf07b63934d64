import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  ACCENT_GROUNDS,
  accentStyle,
  accentTokens,
  HOUSE_ACCENT,
  isReadableAccent,
} from '@/lib/rules/accent';
import { contrast } from '@/lib/rules/contrast';

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

describe('a workspace’s own accent', () => {
  const themes = { light: tokens(':root'), dark: tokens('.dark') };
  const steps = [0, 51, 102, 153, 204, 255].map((value) => value.toString(16).padStart(2, '0'));
  const colours = steps.flatMap((r) => steps.flatMap((g) => steps.map((b) => `#${r}${g}${b}`)));

  test('is measured against the grounds of the token file', () => {
    for (const theme of ['light', 'dark'] as const) {
      expect(ACCENT_GROUNDS[theme]).toEqual(
        Object.fromEntries(Object.keys(ACCENT_GROUNDS[theme]).map((name) => [name, themes[theme][name]])),
      );
      for (const [name, value] of Object.entries(HOUSE_ACCENT[theme]))
        expect(themes[theme][name], name).toBe(value);
    }
  });

  test('any of 216 colours comes out readable: as text, under its own text, and as an edge', () => {
    expect(colours).toHaveLength(216);
    const bad: string[] = [];
    for (const colour of colours) {
      for (const theme of ['light', 'dark'] as const) {
        const all: Record<string, string> = { ...themes[theme], ...accentTokens(colour)[theme] };
        for (const [foreground, backgrounds, least] of PAIRS) {
          for (const background of backgrounds) {
            if (!/accent|focus|selected/.test(`${foreground} ${background}`)) continue;
            if (contrast(all[foreground]!, all[background]!) < least)
              bad.push(`${theme} ${colour}: ${foreground} on ${background}`);
          }
        }
      }
    }
    expect(bad).toEqual([]);
  });

  test('a colour that is fit stays as it is; one that is too light is darkened', () => {
    expect(accentTokens('#0b6e63').light.accent).toBe('#0b6e63');
    expect(accentTokens('#5b21b6').light.accent).toBe('#5b21b6');
    expect([isReadableAccent('#0b6e63'), isReadableAccent('#ffd400')]).toEqual([true, false]);
    expect(accentTokens('#ffd400').light.accent).not.toBe('#ffd400');
  });

  test('as a style it names both themes, and without a colour there is none', () => {
    expect(accentStyle('#5b21b6')).toMatch(
      /^:root\{--accent:#5b21b6;.*\}\.dark\{--accent:#[0-9a-f]{6};.*\}$/,
    );
    expect(accentStyle(null)).toBeNull();
  });
});
