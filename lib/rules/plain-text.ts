/**
 * What a model wrote, as plain text: nothing in it loads, runs or hides anything (spec/reliability.md C37, B94). Links
 * stay only when somebody of the house wrote the very same one before.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming control characters is the point
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
/** Direction overrides, marks, fillers and tags; the joiners that Persian and emoji need stay. */
const HIDDEN =
  /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
const HIDDEN_ELEMENTS =
  /<(script|style|iframe|svg)\b[^<]{0,4000}(?:<(?!\/\1)[^<]{0,4000}){0,50}(?:<\/\1[^>]{0,50}>|$)/gi;
const TAG = /<\/?[a-z!][^<>]{0,2000}>/gi;
const IMAGE = /!\[[^\]]{0,500}\](?:\([^)]{0,2000}\)|\[[^\]]{0,200}\])/g;
const MARKDOWN_LINK = /\[([^\][]{1,500})\]\(((?:[^()\s]|\([^()\s]{0,200}\)){0,2000})[^()]{0,300}\)/g;
const LINK =
  /\b(?:https?|ftp|file):[^\s<>"')]{1,2000}|\b(?:javascript|vbscript):[^\s]{0,2000}|\bdata:[a-z]{1,20}\/[^\s]{0,2000}|\bwww\.[^\s<>"')]{1,2000}|\b(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}\/[^\s<>"')]{0,2000}/gi;

/** @param known links that may stay, exactly as they stand in what the house wrote. */
export function plainText(raw: string, known: ReadonlySet<string> = new Set()): string {
  const clean = raw.toWellFormed().replace(/\r\n?/g, '\n').replace(CONTROL, '').replace(HIDDEN, '');
  return withoutTags(clean)
    .replace(IMAGE, '')
    .replace(MARKDOWN_LINK, (_, words: string, target: string) =>
      known.has(target) && target !== words ? `${words} (${target})` : words,
    )
    .replace(LINK, (link) => keepLink(link, known))
    .replace(/\*\*([^*\n]{1,500})\*\*/g, '$1')
    .replace(/`([^`\n]{1,500})`/g, '$1')
    .replace(/^#{1,6} +/gm, '')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The links of a text, as {@link plainText} compares them. */
export const linksOf = (text: string): string[] => (text.match(LINK) ?? []).map((link) => split(link)[0]);

/** Until nothing is left: what is taken out may have held two halves apart. */
function withoutTags(text: string): string {
  for (let pass = 0; pass < 5; pass++) {
    const next = text.replace(HIDDEN_ELEMENTS, '').replace(TAG, '');
    if (next === text) return text;
    text = next;
  }
  return text.replaceAll('<', '');
}

function keepLink(link: string, known: ReadonlySet<string>): string {
  const [address, rest] = split(link);
  return known.has(address) ? link : `…${rest}`;
}

/** A link and the full stop or comma that only follows it. */
function split(link: string): [string, string] {
  const rest = /[.,;:!?]+$/.exec(link)?.[0] ?? '';
  return [link.slice(0, link.length - rest.length), rest];
}
