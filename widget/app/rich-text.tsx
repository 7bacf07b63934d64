/** @jsxImportSource preact */
import { type ComponentChild, Fragment, h } from 'preact';

/** What an answer may be made of. All else is shown as the text in it; attributes are dropped but a link's address. */
const TAGS = new Set('p br strong em b i u s code pre ul ol li blockquote h1 h2 h3 h4 hr'.split(' '));
const SAFE_LINK = /^(https?:|mailto:|tel:)/i;

function drawn(node: ChildNode, key: number): ComponentChild {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element)) return null;
  const name = node.localName;
  if (name === 'script' || name === 'style') return null;
  const children = [...node.childNodes].map(drawn);
  const address = name === 'a' ? (node.getAttribute('href') ?? '') : '';
  if (SAFE_LINK.test(address))
    return (
      <a key={key} href={address} target="_blank" rel="noopener noreferrer nofollow">
        {children}
      </a>
    );
  if (/^h\d$/.test(name)) return h('p', { key }, h('strong', null, children));
  return h(TAGS.has(name) ? name : Fragment, { key }, ...children);
}

const ADDRESS = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]}])/g;

/** The words of a message: an answer's HTML, read by an inert parser and made anew, or plain text with its links. */
export function RichText({ html, body }: { html: string | null; body: string }) {
  if (html !== null) {
    const { body: parsed } = new DOMParser().parseFromString(html, 'text/html');
    return <div class="rich">{[...parsed.childNodes].map(drawn)}</div>;
  }
  return (
    <div class="rich plain">
      {body.split(ADDRESS).map((part, n) =>
        n % 2 === 1 ? (
          <a key={part} href={part} target="_blank" rel="noopener noreferrer nofollow">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </div>
  );
}
