import { contrast, mix } from './contrast';

/** What follows from the accent, under the names of the tokens in app/globals.css. */
export interface AccentTokens {
  accent: string;
  'accent-hover': string;
  'on-accent': string;
  focus: string;
  selected: string;
}

/** Text needs this much (WCAG 1.4.3). */
const ENOUGH = 4.5;

/** The grounds that accent text stands on in each theme; a test compares them with app/globals.css. */
export const ACCENT_GROUNDS = {
  light: { canvas: '#f6f5f2', surface: '#ffffff', raised: '#ffffff', hover: '#f1efeb' },
  dark: { canvas: '#121311', surface: '#191a18', raised: '#222421', hover: '#222421' },
} as const;

/** The house's own, as app/globals.css has it. */
export const HOUSE_ACCENT: { light: AccentTokens; dark: AccentTokens } = {
  light: {
    accent: '#0b6e63',
    'accent-hover': '#095a51',
    'on-accent': '#ffffff',
    focus: '#0b6e63',
    selected: '#e6f1ef',
  },
  dark: {
    accent: '#4fc3b1',
    'accent-hover': '#6dd3c3',
    'on-accent': '#062522',
    focus: '#4fc3b1',
    selected: '#16312d',
  },
};

/** Is text of this colour on white, and white text on it, easy to read? */
export const isReadableAccent = (hex: string): boolean => contrast(hex, '#ffffff') >= ENOUGH;

/**
 * A workspace's colour made fit for both themes (interface 2.6): darkened on paper and lightened at night, in steps of
 * one percent, until it is readable on every ground, its own tint included. Any colour comes out usable; null is the
 * house's own.
 */
export function accentTokens(hex: string | null): { light: AccentTokens; dark: AccentTokens } {
  if (hex === null) return HOUSE_ACCENT;
  const light = readable(hex, '#000000', (colour) => grounds('light', colour));
  const dark = readable(hex, '#ffffff', (colour) => grounds('dark', colour));
  return {
    light: {
      accent: light,
      'accent-hover': mix(light, '#000000', 0.18),
      'on-accent': '#ffffff',
      focus: light,
      selected: tint('light', light),
    },
    dark: {
      accent: dark,
      'accent-hover': mix(dark, '#ffffff', 0.2),
      'on-accent': mix(dark, '#000000', 0.86),
      focus: dark,
      selected: tint('dark', dark),
    },
  };
}

const tint = (theme: 'light' | 'dark', accent: string): string =>
  mix(ACCENT_GROUNDS[theme].surface, accent, theme === 'light' ? 0.07 : 0.1);

const grounds = (theme: 'light' | 'dark', accent: string): string[] => [
  ...Object.values(ACCENT_GROUNDS[theme]),
  tint(theme, accent),
];

function readable(hex: string, towards: string, groundsOf: (colour: string) => string[]): string {
  for (let step = 0; step < 100; step++) {
    const colour = mix(hex, towards, step / 100);
    if (groundsOf(colour).every((ground) => contrast(colour, ground) >= ENOUGH)) return colour;
  }
  return towards;
}

/** The tokens as a style sheet that overrides the house's; null when the workspace has no colour of its own. */
export function accentStyle(hex: string | null): string | null {
  if (hex === null) return null;
  const { light, dark } = accentTokens(hex);
  const block = (tokens: AccentTokens) =>
    Object.entries(tokens)
      .map(([name, value]) => `--${name}:${value}`)
      .join(';');
  return `:root{${block(light)}}.dark{${block(dark)}}`;
}
