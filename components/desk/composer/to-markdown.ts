import type { JSONContent } from '@tiptap/core';

/**
 * What the editor holds as Markdown: as little markup as will do, because people read it as it is in mails and search.
 * The counterpart is `from-markdown.ts`; both read as `lib/render-markdown.ts` does.
 */
export const toMarkdown = (doc: JSONContent): string => blocks(doc.content).trim();

function blocks(nodes: readonly JSONContent[] = []): string {
  const parts: string[] = [];
  for (const [index, node] of nodes.entries()) {
    // of two lists side by side the second has another marker, or they would be one
    const isSecond = nodes[index - 1]?.type === node.type && parts.length % 2 === 1;
    const text = block(node, isSecond);
    if (text !== '') parts.push(text);
  }
  return parts.join('\n\n');
}

function block(node: JSONContent, isSecond: boolean): string {
  switch (node.type) {
    case 'heading':
      return `${'#'.repeat(Number(node.attrs?.level ?? 1))} ${inline(node.content).replaceAll('\n', ' ')}`;
    case 'bulletList':
      return list(node, () => (isSecond ? '* ' : '- '));
    case 'orderedList': {
      const start = Number(node.attrs?.start ?? 1);
      return list(node, (index) => `${start + index}${isSecond ? ')' : '.'} `);
    }
    case 'blockquote':
      return blocks(node.content).replace(/^/gm, '> ').replace(/ +$/gm, '');
    case 'codeBlock': {
      const code = (node.content ?? []).map(({ text }) => text ?? '').join('');
      const fence = longerThan(code, '```');
      return `${fence}${node.attrs?.language ?? ''}\n${code}\n${fence}`;
    }
    case 'horizontalRule':
      return '---';
    default:
      return inline(node.content)
        .split('\n')
        .map((line) => lineStart(line.trim()))
        .join('\n')
        .replace(/\n{3,}/g, '\n\n');
  }
}

function list(node: JSONContent, marker: (index: number) => string): string {
  const items = node.content ?? [];
  // a second paragraph in one item needs blank lines, and then all have them
  const isLoose = items.some(
    ({ content = [] }) => content.filter(({ type }) => type === 'paragraph').length > 1,
  );
  const gap = isLoose ? '\n\n' : '\n';
  return items
    .map((item, index) => {
      const mark = marker(index);
      const text = (item.content ?? []).map((one) => block(one, false)).join(gap);
      return mark + text.replace(/\n(?=.)/g, `\n${' '.repeat(mark.length)}`);
    })
    .join(gap);
}

/** From the outside in; code holds nothing else. */
const MARKS = ['link', 'bold', 'italic', 'strike', 'code'] as const;
const SIGNS = { bold: '**', italic: '*', strike: '~~' } as const;

function inline(nodes: readonly JSONContent[] = [], depth = 0): string {
  const mark = MARKS[depth];
  if (mark === undefined)
    return nodes.map((node) => (node.type === 'hardBreak' ? '\n' : escaped(node.text ?? ''))).join('');
  return runs(nodes, mark)
    .map(({ attrs, content }) => (attrs ? marked(mark, attrs, content, depth) : inline(content, depth + 1)))
    .join('');
}

interface Run {
  /** Null where the mark is not. */
  attrs: Record<string, unknown> | null;
  content: JSONContent[];
}

/** Neighbours that have the mark alike, or that have it not. A line's end is of none. */
function runs(nodes: readonly JSONContent[], mark: string): Run[] {
  const found: Run[] = [];
  for (const node of nodes) {
    const own = node.type === 'hardBreak' ? undefined : node.marks?.find(({ type }) => type === mark);
    const attrs = own ? (own.attrs ?? {}) : null;
    const last = found.at(-1);
    if (last && (last.attrs === null) === (attrs === null) && last.attrs?.href === attrs?.href)
      last.content.push(node);
    else found.push({ attrs, content: [node] });
  }
  return found;
}

function marked(
  mark: (typeof MARKS)[number],
  attrs: Record<string, unknown>,
  content: JSONContent[],
  depth: number,
): string {
  const plain = content.map(({ text }) => text ?? '').join('');
  // signs with a blank inside of them are no signs
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(plain) ?? [];
  if (words === '') return plain;
  if (mark === 'code') {
    const fence = longerThan(words, '`');
    const pad = /^`|`$/.test(words) ? ' ' : '';
    return `${before}${fence}${pad}${words}${pad}${fence}${after}`;
  }
  const inner = inline(content, depth + 1).trim();
  if (mark !== 'link') return `${before}${SIGNS[mark]}${inner}${SIGNS[mark]}${after}`;
  const href = String(attrs.href ?? '');
  if (words === href || `mailto:${words}` === href) return plain;
  return `${before}[${inner}](${/[\s()]/.test(href) ? `<${href}>` : href})${after}`;
}

/** A run of the sign that stands nowhere in the text. */
function longerThan(text: string, sign: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  return longest < sign.length ? sign : '`'.repeat(longest + 1);
}

/** Signs that would be markup, and are not meant. Addresses stay as they are: they become links by themselves. */
function escaped(text: string): string {
  return text
    .split(/(\b(?:https?:\/\/|mailto:)\S+)/)
    .map((part, index) => (index % 2 === 1 ? part : escapedWords(part)))
    .join('');
}

const escapedWords = (text: string): string =>
  text
    .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\')
    .replace(/`/g, '\\`')
    .replace(/(?<!\s)\*|\*(?!\s|$)/g, '\\*')
    .replace(/(?<![\p{L}\p{N}\s])_|_(?![\p{L}\p{N}\s])|(?<=\s)_(?=\S)|^_(?=\S)/gu, '\\_')
    .replace(/\[(?=[^\]]*\][([:])/g, '\\[')
    .replace(/~(?=~)/g, '\\~')
    .replace(/&(?=#?\w+;)/g, '\\&');

/** Signs that would make a heading, a list, a quote, a rule or a fence of a line. */
const lineStart = (line: string): string =>
  line
    .replace(/^(#{1,6}(?:\s|$)|>|[-+*](?:\s|$)|~~~)/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([-=_])(?=\1*\s*$)/, '\\$1');
