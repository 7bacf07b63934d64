/** First in the head, so that nothing stands before it: text, its looks, and pictures in the text or among its files. */
const POLICY = "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'";

const LOOKS = `
:root { color-scheme: light; background: #fff; }
html { padding: 16px; overflow: hidden; }
body { margin: 0; color: #1c1b18; font: 15px/24px "Inter Variable", Inter, -apple-system, "Segoe UI", Roboto, sans-serif; }
#said { display: flow-root; overflow-x: auto; overflow-wrap: anywhere; }
#said > :first-child { margin-top: 0; }
#said > :last-child { margin-bottom: 0; }
img { max-width: 100%; height: auto; }
a { color: #0b6e63; }
blockquote { margin: 8px 0; padding-inline-start: 12px; border-inline-start: 2px solid #e2dfd8; }
pre { white-space: pre-wrap; }
[data-blocked] { color: #6b6860; }
summary { width: fit-content; margin: 8px 0; padding: 0 10px; border: 1px solid #8a877e; border-radius: 99px; color: #55524b; font-size: 13px; cursor: pointer; }
`;

/** Clean HTML as a document of its own. */
export const frameDocument = (html: string): string =>
  `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="${POLICY}">` +
  `<meta charset="utf-8"><meta name="referrer" content="no-referrer"><base target="_blank"><style>${LOOKS}</style></head>` +
  `<body><div id="said" dir="auto">${html}</div></body></html>`;

/** Pictures that the cleaner left out. In a clean text every `<` begins a tag. */
export const countBlocked = (html: string): number =>
  html.match(/<span[^>]* data-blocked(?=[ =>])/g)?.length ?? 0;

/**
 * Puts what was quoted behind a line that opens it, where the text holds more than the quote. Nothing of it is lost:
 * it is in the page, and in the plain text.
 */
export function foldQuotes(frame: Document, words: string): void {
  const said = frame.getElementById('said');
  if (!said) return;
  const outer = [...said.querySelectorAll('[data-quote]')].filter(
    (one) => !one.parentElement?.closest('[data-quote]'),
  );
  const quoted = outer.reduce((sum, one) => sum + (one.textContent ?? '').trim().length, 0);
  if (outer.length === 0 || (said.textContent ?? '').trim().length <= quoted) return;
  for (const one of outer) {
    const before = one.previousElementSibling;
    if (before?.localName === 'details') {
      before.append(one);
      continue;
    }
    const fold = frame.createElement('details');
    const summary = frame.createElement('summary');
    summary.textContent = words;
    one.replaceWith(fold);
    fold.append(summary, one);
  }
}

/** The full address of every link is there to be read before it is followed. */
export function nameLinks(frame: Document): void {
  for (const link of frame.links) link.title = link.href;
}
