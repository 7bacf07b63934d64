import { mentionPieces } from '@/lib/rules/mention-at';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const asHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);

/** Names the colleagues in HTML that the server made of Markdown; only in its words, where every `<` begins a tag. */
export function withMentions(html: string, names: readonly string[]): string {
  if (names.length === 0) return html;
  return html
    .split(/(<[^>]*>)/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : mentionPieces(part, names.map(asHtml))
            .map(({ text, isMention }) => (isMention ? `<strong class="mention">${text}</strong>` : text))
            .join(''),
    )
    .join('');
}
