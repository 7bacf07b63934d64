import type { Attributes, IOptions, Tag, Transformer } from 'sanitize-html';

/** A picture that came with the text: the how-manieth of its files it is, from 1, and how it is called. */
export interface OwnPicture {
  place: number;
  name: string;
}
/** By the `Content-ID` that the text names them with. */
export type OwnPictures = ReadonlyMap<string, OwnPicture>;

/**
 * What of other people's HTML is kept (spec/reliability.md C22): text and its looks. Nothing that runs, asks for
 * anything outside, takes input, names a place in our page or lies over something else.
 */
const COLOUR = [/^#[0-9a-f]{3,8}$/i, /^rgba?\([\d\s.,%/]{1,40}\)$/i, /^[a-z]{3,20}$/i];
const LENGTH = [/^\d{1,4}(\.\d{1,3})?(px|pt|em|rem|ex|%)?$/, /^auto$/];
const LENGTHS = [/^(?:(?:\d{1,4}(?:\.\d{1,3})?(?:px|pt|em|rem|%)?|auto)\s*){1,4}$/];
const WORDS = [/^[a-z-]{2,20}$/i];
const EDGE = [
  /^(?:[a-z]{2,10}|#[0-9a-f]{3,8}|rgba?\([\d\s.,%]{1,40}\)|\d{1,2}(?:\.\d+)?(?:px|pt)?|\s){1,5}$/i,
];
const FONTS = [/^[\w\s,'"-]{1,200}$/];

const sides = (of: string, rules: RegExp[]) =>
  Object.fromEntries(['top', 'right', 'bottom', 'left'].map((side) => [`${of}-${side}`, rules]));

const STYLES: Record<string, RegExp[]> = {
  color: COLOUR,
  background: COLOUR,
  'background-color': COLOUR,
  'font-size': [...LENGTH, ...WORDS],
  'font-weight': [/^\d{3}$/, ...WORDS],
  'font-style': WORDS,
  'font-family': FONTS,
  'text-align': WORDS,
  'text-decoration': WORDS,
  'text-transform': WORDS,
  'line-height': LENGTH,
  'vertical-align': WORDS,
  'white-space': WORDS,
  'list-style-type': WORDS,
  'border-collapse': WORDS,
  width: LENGTH,
  'max-width': LENGTH,
  height: LENGTH,
  padding: LENGTHS,
  margin: LENGTHS,
  border: EDGE,
  ...sides('padding', LENGTH),
  ...sides('margin', LENGTH),
  ...sides('border', EDGE),
};

const TEXT =
  'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn div dl dt ' +
  'em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p pre q s samp section ' +
  'small span strike strong sub sup table tbody td tfoot th thead tr tt u ul var';

/** Left out with all that stands in them. */
const SILENT =
  'script style textarea option noscript template title xmp iframe noembed noframes plaintext svg math object embed ' +
  'applet select audio video canvas frameset head datalist';

const LOOKS = ['width', 'height', 'align', 'valign', 'bgcolor'];
const PICTURE = /^data:image\/(png|jpe?g|gif|webp);base64,[a-z0-9+/=\s]+$/i;
/** Where mail programs put what is being answered, and what is signed with: nothing that was written just now. */
const ADDED =
  /(^|\s)(gmail_quote|gmail_extra|yahoo_quoted|moz-cite-prefix|protonmail_quote|tutanota_quote|zmail_extra|WordSection1Quote|gmail_signature|gmail_signature_prefix|moz-signature|yahoo-signature|protonmail_signature_block|AppleMailSignature|ms-outlook-mobile-signature|(x_)*Signature)(\s|$)/;

/** An address that a person may be led to; `//host` is meant for the web, everything without a scheme for nobody. */
export function safeLink(raw: string | undefined): string | null {
  // browsers skip these inside an address, so `java\tscript:` would be one
  // biome-ignore lint/suspicious/noControlCharactersInRegex: naming control characters is the point
  const address = (raw ?? '').replace(/[\u0000-\u0020\u007f-\u00a0\u2028\u2029\u200b-\u200f\ufeff]/g, '');
  if (address.startsWith('//')) return safeLink(`https:${address}`);
  if (!/^(https?:\/\/|mailto:|tel:)/i.test(address) || address.length > 2_000) return null;
  return URL.canParse(address) ? address : null;
}

function link(_name: string, { href, title, ...rest }: Attributes): Tag {
  const address = safeLink(href);
  if (address === null) return { tagName: 'span', attribs: rest };
  const more = { rel: 'noopener noreferrer nofollow', target: '_blank' };
  return { tagName: 'a', attribs: { ...rest, href: address, ...(title ? { title } : {}), ...more } };
}

/**
 * Pictures that lie in the text itself, or came with it, are shown; one elsewhere would tell its owner who reads what,
 * and when. Of one that came with it nothing is left but the number of the file.
 */
const picture =
  (own: OwnPictures): Transformer =>
  (_name, { src = '', alt = '', width = '', height = '' }): Tag => {
    const sizes = { ...(width ? { width } : {}), ...(height ? { height } : {}) };
    if (PICTURE.test(src)) return { tagName: 'img', attribs: { src, alt, ...sizes } };
    const found = own.get(contentIdOf(src));
    if (found)
      return {
        tagName: 'img',
        attribs: { src: `cid:${found.place}`, alt: alt.trim() || found.name, ...sizes },
      };
    return { tagName: 'span', attribs: { 'data-blocked': '' }, text: alt.trim() ? `[${alt.trim()}]` : '' };
  };

/** RFC 2392: what stands behind `cid:` is the id with its odd signs encoded. */
function contentIdOf(src: string): string {
  const id = /^\s*cid:(.{1,1000})$/i.exec(src)?.[1]?.trim() ?? '';
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

function block(tagName: string, { class: name = '', id = '', type, ...attribs }: Attributes): Tag {
  const isAdded = ADDED.test(`${name} ${id}`) || (tagName === 'blockquote' && type === 'cite');
  return { tagName, attribs: { ...attribs, ...(isAdded ? { 'data-quote': '' } : {}) } };
}

/** What is kept of a text with these pictures. */
export const policyFor = (own: OwnPictures): IOptions => ({
  allowedTags: TEXT.split(' '),
  nonTextTags: SILENT.split(' '),
  disallowedTagsMode: 'discard',
  allowedAttributes: {
    '*': ['style', 'dir', 'lang', 'align', 'data-quote', 'data-blocked'],
    a: ['href', 'title', 'rel', 'target'],
    img: ['src', 'alt', 'width', 'height'],
    font: ['color', 'face', 'size'],
    ol: ['start', 'type'],
    table: [...LOOKS, 'border', 'cellpadding', 'cellspacing'],
    td: [...LOOKS, 'colspan', 'rowspan'],
    th: [...LOOKS, 'colspan', 'rowspan', 'scope'],
    tr: LOOKS,
    col: ['span', 'width'],
    colgroup: ['span', 'width'],
  },
  allowedStyles: { '*': STYLES },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['data', 'cid'] },
  allowedSchemesAppliedToAttributes: ['href', 'src'],
  allowProtocolRelative: false,
  transformTags: { a: link, img: picture(own), div: block, pre: block, span: block, blockquote: block },
  parser: { lowerCaseTags: true, decodeEntities: true },
});
