import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import de from '@/messages/de/commands.json';
import en from '@/messages/en/commands.json';
import { keyCaps } from './key-names';
import { COMMANDS, GIVEN_KEYS, SECTIONS } from './registry';

const SIGNS: Record<string, string> = {
  mod: 'Ctrl',
  shift: 'Shift',
  enter: 'Enter',
  escape: 'Esc',
  arrowdown: '↓',
  arrowup: '↑',
};
const written = (keys: string) =>
  keys
    .split(' ')
    .map((press) =>
      keyCaps(press)
        .map((cap) => SIGNS[cap] ?? cap.toUpperCase())
        .join(' '),
    )
    .join(' then ');

/** The table of docs/keyboard.md. */
function keyTable(): string {
  const titles: Record<string, string> = en.title;
  const rows = SECTIONS.flatMap((section) =>
    [...COMMANDS, ...GIVEN_KEYS]
      .filter((one) => one.section === section && one.keys.length > 0)
      .map(
        ({ id, keys }) =>
          `| ${en.section[section]} | ${keys.map((one) => `\`${written(one)}\``).join(' or ')} | ${titles[id]} |`,
      ),
  );
  return ['| | keys | |', '|---|---|---|', ...rows].join('\n');
}

describe('the registry of commands', () => {
  it('is the table of docs/keyboard.md', () => {
    const docs = readFileSync('docs/keyboard.md', 'utf8');
    const shown = docs
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .join('\n');
    expect(shown).toBe(keyTable());
  });

  it('has words for every command, and no words for anything else', () => {
    const ids = [...COMMANDS, ...GIVEN_KEYS].map(({ id }) => id).sort();
    expect(new Set(ids).size).toBe(ids.length);
    for (const words of [en, de]) expect(Object.keys(words.title).sort()).toEqual(ids);
  });

  it('gives each key to one command, but for Escape, which closes the innermost thing first', () => {
    const keys = COMMANDS.flatMap((one) => [...one.keys, ...(one.also ?? [])]).filter(
      (one) => one !== 'escape',
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('never uses Alt, nor what browsers keep for themselves', () => {
    const kept = ['t', 'w', 'n', 'l', 'r', 'p', 'f', ...'123456789'].map((key) => `mod+${key}`);
    for (const { keys } of COMMANDS)
      for (const one of keys) {
        expect(one).not.toContain('alt');
        expect(kept).not.toContain(one);
      }
  });

  it('lets no command begin with a key that is one itself', () => {
    const starts = COMMANDS.flatMap(({ keys }) => keys.filter((one) => one.includes(' '))).map(
      (one) => one.split(' ')[0],
    );
    for (const { keys } of COMMANDS) for (const one of keys) expect(starts).not.toContain(one);
  });
});
