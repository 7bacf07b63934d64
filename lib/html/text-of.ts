/** Elements that begin and end a line; those of the second list stand apart. */
const LINES =
  /^(address|article|aside|caption|center|dd|div|dl|dt|figcaption|figure|footer|header|li|main|ol|section|tr|ul|table)$/;
const APART = /^(p|h[1-6]|pre|hr|blockquote)$/;
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&nbsp;': ' ' },
};

const decoded = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|nbsp);/g, (entity) => ENTITIES[entity]!).replaceAll('\u00a0', ' ');

/**
 * What clean HTML says, as plain text: lines, list marks, quotes with `>`, links with their address where it is not
 * what one reads. Takes only what the policy made, in which every `<` begins a tag of its own.
 */
export function textOf(clean: string): string {
  const out = new Lines();
  let preformatted = 0;
  let link: { href: string; from: number } | null = null;
  for (const token of clean.split(/(<[^>]*>)/)) {
    const [, slash, name = '', rest = ''] = /^<(\/?)([a-z0-9]+)([^>]*)>$/.exec(token) ?? [];
    if (name === '') {
      const text = decoded(token);
      out.write(preformatted ? text : text.replace(/\s+/g, ' '), preformatted > 0);
      continue;
    }
    if (name === 'br') out.line();
    if (name === 'pre') preformatted += slash ? -1 : 1;
    if (name === 'a' && !slash)
      link = { href: decoded(/\shref="([^"]*)"/.exec(rest)?.[1] ?? ''), from: out.length };
    if (name === 'a' && slash && link) {
      if (isWorthNaming(link.href, out.since(link.from)))
        out.write(` (${link.href.replace(/^mailto:/, '')})`);
      link = null;
    }
    if (name === 'img') out.write(`[${decoded(/\salt="([^"]+)"/.exec(rest)?.[1] ?? '…')}]`);
    if (name === 'td' && slash) out.write(' ');
    if (LINES.test(name)) out.begin(1);
    if (APART.test(name)) out.begin(2);
    if (name === 'li' && !slash) out.write('- ');
    if (name === 'blockquote') out.quote(slash ? -1 : 1);
  }
  return out.text();
}

function isWorthNaming(href: string, shown: string): boolean {
  const bare = (text: string) =>
    text
      .trim()
      .replace(/^(https?:\/\/|mailto:|tel:)/, '')
      .replace(/\/$/, '');
  return href !== '' && bare(href) !== bare(shown);
}

/** Lines under way, each behind as many `>` as it is quoted. */
class Lines {
  #lines: string[] = [];
  #current = '';
  #depth = 0;
  /** An empty line comes before the next text, quoted this deep; null: none. */
  #gap: number | null = null;
  #written = '';

  get length(): number {
    return this.#written.length;
  }
  since(from: number): string {
    return this.#written.slice(from);
  }
  write(text: string, keep = false): void {
    this.#written += text;
    const [first = '', ...more] = keep ? text.split('\n') : [text];
    this.#add(first, keep);
    for (const line of more) {
      this.line();
      this.#add(line, true);
    }
  }
  #add(text: string, keep: boolean): void {
    const more = keep || this.#current !== '' ? text : text.trimStart();
    if (more !== '' && this.#gap !== null) {
      if (this.#lines.length > 0) this.#lines.push(marks(this.#gap));
      this.#gap = null;
    }
    this.#current += more;
  }
  line(): void {
    this.#lines.push(`${marks(this.#depth)}${this.#depth > 0 ? ' ' : ''}${this.#current}`.trimEnd());
    this.#current = '';
  }
  /** Begins a line; with 2, after an empty one. */
  begin(n: 1 | 2): void {
    if (this.#current.trim() !== '') this.line();
    this.#current = '';
    if (n === 2) this.#gap ??= this.#depth;
  }
  quote(by: 1 | -1): void {
    this.#depth += by;
    if (this.#gap !== null) this.#gap = Math.min(this.#gap, this.#depth);
  }
  text(): string {
    if (this.#current !== '') this.line();
    return this.#lines
      .join('\n')
      .replace(/\n(?:[> ]*\n){2,}/g, '\n\n')
      .replace(/^\s*\n/, '')
      .trimEnd();
  }
}

/** Mail programs show deeper ones no better. */
const marks = (depth: number): string => Array(Math.min(depth, 10)).fill('>').join(' ');
