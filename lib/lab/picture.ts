import { crc32, deflateSync } from 'node:zlib';

const SIDE = 96;

/** A photograph of a blue lamp, as well as a program can take one: a PNG. */
export function labPicture(): Buffer {
  const rows = Array.from({ length: SIDE }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: SIDE }, (_, x) => colourAt(x, y)).flat()]),
  );
  const head = Buffer.alloc(13);
  head.writeUInt32BE(SIDE, 0);
  head.writeUInt32BE(SIDE, 4);
  // eight bits each of red, green and blue
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function colourAt(x: number, y: number): number[] {
  const middle = Math.abs(x - SIDE / 2);
  if (y > 14 && y < 48 && middle < 10 + (y - 14) * 0.6) return [44, 98, 190];
  if (y >= 48 && y < 80 && middle < 3) return [90, 84, 78];
  if (y >= 80 && y < 86 && middle < 18) return [90, 84, 78];
  return [246, 240 - Math.floor(y / 8), 228 - Math.floor(y / 4)];
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
