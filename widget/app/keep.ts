import { boot } from './boot';

/**
 * What outlives a reload: in the storage of our own origin, which no page of another site can read, and which browsers
 * keep apart for each site the frame stands in. Where frames of other sites are denied it (private windows), short
 * things go into a cookie that is kept apart in the same way; where that is denied too, they live as long as the frame.
 */
const memory = new Map<string, string>();
const at = (name: string) => `helpdesk:${boot.key}:${name}`;

/** A cookie holds 4 kB. */
const SHORT = 2_000;
const YEAR = 31_536_000;
const cookieOf = (name: string) => at(name).replaceAll(':', '_');

function fromCookie(name: string): string | null {
  const start = `${cookieOf(name)}=`;
  const found = document.cookie.split('; ').find((one) => one.startsWith(start));
  return found ? decodeURIComponent(found.slice(start.length)) : null;
}

function toCookie(name: string, text: string | null): void {
  const value = encodeURIComponent(text ?? '');
  if (value.length > SHORT) return;
  const age = text === null ? 0 : YEAR;
  // biome-ignore lint/suspicious/noDocumentCookie: Safari and Firefox have no other way to write one
  document.cookie = `${cookieOf(name)}=${value}; Path=/widget/; Max-Age=${age}; Secure; SameSite=None; Partitioned`;
}

export function kept<T>(name: string): T | null {
  let text = memory.get(name) ?? null;
  try {
    text = localStorage.getItem(at(name)) ?? text;
  } catch {
    text ??= fromCookie(name);
  }
  try {
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

/** Who was here is gone, or somebody else is: nothing that he left here is anybody else's. */
export function forgetAll(): void {
  memory.clear();
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(at(''))) localStorage.removeItem(name);
  } catch {
    for (const one of document.cookie.split('; '))
      if (one.startsWith(cookieOf(''))) toCookie(one.slice(cookieOf('').length, one.indexOf('=')), null);
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
    toCookie(name, text);
  }
}
