import { boot } from './boot';

/**
 * What outlives a reload: in the storage of our own origin, which no page of another site can read, and which browsers
 * keep apart for each site the frame stands in. Where it is forbidden, it lives as long as the frame.
 */
const memory = new Map<string, string>();
const at = (name: string) => `helpdesk:${boot.key}:${name}`;

export function kept<T>(name: string): T | null {
  let text = memory.get(name) ?? null;
  try {
    text = localStorage.getItem(at(name)) ?? text;
  } catch {
    // storage is forbidden here
  }
  try {
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

/** `null` forgets. */
export function keep(name: string, value: unknown): void {
  const text = value === null ? null : JSON.stringify(value);
  if (text === null) memory.delete(name);
  else memory.set(name, text);
  try {
    if (text === null) localStorage.removeItem(at(name));
    else localStorage.setItem(at(name), text);
  } catch {
    // storage is forbidden here, or full
  }
}
