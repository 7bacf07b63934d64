/** What the document brought along (lib/api/answer-widget.ts): whose widget it is, and its words in one language. */
interface Boot {
  key: string;
  locale: string;
  words: Record<string, string>;
}

export const boot = JSON.parse(document.getElementById('boot')?.textContent ?? '{}') as Boot;

/** A phrase of `messages/<locale>/widget.json`; what stands in braces is filled in. */
export const t = (key: string, values: Record<string, string | number> = {}): string =>
  (boot.words[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
