/** A verb of a script with what stands in it, and where it ends in the text. */
export interface Verb {
  name: string;
  attributes: Record<string, string>;
  text: string;
  verbs: Verb[];
  end: number;
}

const TOKEN = /<(\/)?([A-Za-z]+)((?:\s+[A-Za-z]+="[^"<]*")*)\s*(\/)?>|([^<]+)/g;
const unescaped = (text: string): string =>
  text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));

/** The verbs of a TwiML document, in their order. @throws Error when it is not one. */
export function parseTwiml(xml: string): Verb[] {
  const start = xml.indexOf('<Response');
  if (start === -1) throw new Error('no TwiML');
  const open: Verb[] = [];
  TOKEN.lastIndex = start;
  for (let found = TOKEN.exec(xml); found; found = TOKEN.exec(xml)) {
    const [, closing, name, attributes, isEmpty, text] = found;
    const top = open.at(-1);
    if (text !== undefined) {
      if (top) top.text += unescaped(text);
    } else if (closing) {
      if (top?.name !== name) throw new Error('TwiML is not well formed');
      top!.end = TOKEN.lastIndex;
      if (open.length === 1) return top!.verbs;
      open.pop();
    } else {
      const verb = {
        name: name!,
        attributes: read(attributes ?? ''),
        text: '',
        verbs: [],
        end: TOKEN.lastIndex,
      };
      top?.verbs.push(verb);
      if (!isEmpty) open.push(verb);
      else if (!top) return [];
    }
  }
  throw new Error('TwiML is not well formed');
}

const read = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/([A-Za-z]+)="([^"]*)"/g)].map(([, name, value]) => [name!, unescaped(value!)]),
  );
