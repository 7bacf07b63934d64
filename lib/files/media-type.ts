import { fileTypeFromBuffer } from 'file-type';

/** Enough for every kind that we tell apart. */
const HEAD = 4_100;

/** Keeps the first bytes of what passes through. */
export class Head {
  #pieces: Uint8Array[] = [];
  #length = 0;

  async *watch(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      if (this.#length < HEAD) this.#pieces.push(piece.slice(0, HEAD - this.#length));
      this.#length += piece.byteLength;
      yield piece;
    }
  }

  get bytes(): Buffer {
    return Buffer.concat(this.#pieces);
  }
}

/** What a file is by its first bytes alone; nothing is unpacked or decoded (spec/reliability.md B67). */
export async function mediaTypeOf(head: Uint8Array): Promise<string> {
  // what is packed is told by its wrapping: the library would look inside
  if (startsWith(head, 0x50, 0x4b)) return 'application/zip';
  if (startsWith(head, 0x1f, 0x8b)) return 'application/gzip';
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  if (found) return found.mime;
  return isText(head) ? 'text/plain' : 'application/octet-stream';
}

const startsWith = (head: Uint8Array, ...bytes: number[]): boolean =>
  bytes.every((byte, index) => head[index] === byte);

/** UTF-8 without the control characters that no text has; the head may end within a character. */
function isText(head: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: naming control characters is the point
    return !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text);
  } catch {
    return false;
  }
}
