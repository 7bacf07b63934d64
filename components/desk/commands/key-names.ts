/**
 * Keys as the registry writes them: `j`, `shift+a`, `mod+shift+enter`, and `g i` for one after the other. `mod` is
 * Ctrl, on Apple's keyboards Command. Letters go by what they type, never by their place: layouts differ.
 */
type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

const LETTER = /^\p{L}$/u;

/** The names that a key press answers to, the most exact first; none while Alt is held: with it keys type characters. */
export function keyNames(event: Pressed, mac: boolean): string[] {
  const held = mac ? event.metaKey : event.ctrlKey;
  const other = mac ? event.ctrlKey : event.metaKey;
  if (event.altKey || other || event.key === 'Dead' || event.key === 'Unidentified') return [];
  const key = event.key.toLowerCase();
  const mod = held ? 'mod+' : '';
  const exact = `${mod}${event.shiftKey ? 'shift+' : ''}${key}`;
  // "?" and "/" need Shift on some layouts and not on others: of signs it is only asked which one was typed
  const isSign = key.length === 1 && !LETTER.test(key);
  return event.shiftKey && isSign ? [exact, `${mod}${key}`] : [exact];
}

/** Only letters, digits and signs, which WCAG 2.1.4 wants to be switched off: people dictate them by mistake. */
export function isCharacterKeys(keys: string): boolean {
  return keys.split(' ').every((press) => press.replace(/^shift\+/, '').length === 1);
}

/** A press in the parts that stand on its keys: `mod+shift+a` is three of them. */
export function keyCaps(press: string): string[] {
  const parts = press.split('+').filter(Boolean);
  return press.endsWith('+') ? [...parts, '+'] : parts;
}
