import MarkdownIt from 'markdown-it';

/**
 * Markdown as HTML for the editor, whose schema takes what it knows. Read as the server does
 * (`lib/render-markdown.ts`), except that headings keep their level and tables stay text: the editor knows none.
 */
const reader = new MarkdownIt({ html: false, breaks: true, linkify: true }).disable(['image', 'table']);
reader.linkify.set({ fuzzyLink: false });

export const fromMarkdown = (source: string): string => reader.render(source);
