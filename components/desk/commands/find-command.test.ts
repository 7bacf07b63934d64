import { describe, expect, it, vi } from 'vitest';
import type { CommandContext } from './command-context';
import { findCommand, findWaiting } from './find-command';
import { isCharacterKeys, keyCaps, keyNames } from './key-names';

const press = (key: string, held: string[] = []) => ({
  key,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  shiftKey: held.includes('shift'),
  altKey: held.includes('alt'),
});

describe('the names of a key press', () => {
  it.each([
    [press('j'), ['j']],
    [press('A', ['shift']), ['shift+a']],
    // with the capitals lock on
    [press('J'), ['j']],
    // "?" needs Shift here, and does not there
    [press('?', ['shift']), ['shift+?', '?']],
    [press('?'), ['?']],
    [press('Enter', ['ctrl', 'shift']), ['mod+shift+enter']],
    [press('>', ['ctrl', 'shift']), ['mod+shift+>', 'mod+>']],
    [press('F6', ['shift']), ['shift+f6']],
    // it types a character on many layouts
    [press('a', ['alt']), []],
    // AltGr
    [press('[', ['ctrl', 'alt']), []],
    [press('k', ['meta']), []],
    [press('Dead'), []],
  ])('%o is %j', (event, names) => {
    expect(keyNames(event, false)).toEqual(names);
  });

  it('has Command in place of Ctrl on a Mac', () => {
    expect(keyNames(press('k', ['meta']), true)).toEqual(['mod+k']);
    expect(keyNames(press('k', ['ctrl']), true)).toEqual([]);
  });

  it('knows keys that are characters alone', () => {
    expect(['j', 'shift+a', '?', 'g i'].map(isCharacterKeys)).toEqual([true, true, true, true]);
    expect(['mod+k', 'escape', 'f6', 'shift+f6'].map(isCharacterKeys)).toEqual([false, false, false, false]);
    expect(keyCaps('mod+shift+a')).toEqual(['mod', 'shift', 'a']);
    expect(keyCaps('mod++')).toEqual(['mod', '+']);
  });
});

describe('what a key means', () => {
  const step = vi.fn();
  const list = { step, extend: null, toggle: null, open: null, clear: null, leave: null };
  const frame = {
    ...{ palette: () => {}, help: () => {}, create: () => {}, view: () => {}, page: () => {} },
    ...{
      reports: null,
      settings: () => {},
      pane: () => {},
      theme: () => {},
      after: () => {},
      signOut: () => {},
    },
  };
  const ask = (
    names: string[],
    { context = { list, frame } as CommandContext, singleKeys = true, first = null as string | null } = {},
  ) => findCommand(names, { context, singleKeys, first, focus: null });
  const idOf = (found: ReturnType<typeof findCommand>) => (found && 'id' in found ? found.id : found);

  it('is the command whose part is on the screen', () => {
    const found = ask(['j']);
    expect(idOf(found)).toBe('next');
    if (found && 'run' in found) found.run({ list });
    expect(step).toHaveBeenCalledWith(1);
    expect(ask(['j'], { context: { frame } })).toBeNull();
    // its part is there, but it cannot be done now
    expect(ask(['x'])).toBeNull();
  });

  it('is nothing while somebody writes, unless Ctrl or Command is held', () => {
    expect(ask(['j'], { singleKeys: false })).toBeNull();
    expect(ask(['g'], { singleKeys: false })).toBeNull();
    expect(idOf(ask(['mod+k'], { singleKeys: false }))).toBe('palette');
    expect(idOf(ask(['mod+shift+>', 'mod+>'], { singleKeys: false }))).toBe('nextTicket');
    expect(idOf(ask(['f6'], { singleKeys: false }))).toBe('nextPane');
  });

  it('may be half of two', () => {
    expect(ask(['g'])).toEqual({ first: 'g' });
    expect(idOf(ask(['i'], { first: 'g' }))).toBe('goMine');
    // no right to that, so there is nothing behind it
    expect(ask(['d'], { first: 'g' })).toBeNull();
    expect(ask(['j'], { first: 'g' })).toBeNull();
    expect(ask(['g'], { context: { list } })).toBeNull();
  });

  it('counts in its own place alone where it has one', () => {
    const composer = { send: () => {}, resolve: () => {}, later: () => {}, replies: () => {} };
    expect(ask(['mod+enter'], { context: { composer } })).toBeNull();
    const focus = { closest: (one: string) => (one === '#composer' ? {} : null) } as unknown as Element;
    const found = findCommand(['mod+enter'], {
      context: { composer },
      singleKeys: false,
      first: null,
      focus,
    });
    expect(idOf(found)).toBe('send');
  });
});

describe('a key for a ticket that is on its way', () => {
  it.each([
    ['r', 'reply'],
    ['p', 'priority'],
    // it would change a ticket that nobody has seen
    ['e', undefined],
    ['shift+a', undefined],
    // not of a ticket
    ['j', undefined],
    ['c', undefined],
  ])('%s waits as %s', (key, id) => expect(findWaiting([key])?.id).toBe(id));
});
