import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { ensureWidget } from '@/scripts/lib/build.mjs';
import type { Figure } from './figure';

const PACKED = path.resolve('generated', 'widget');

/** What somebody loads on a website with the chat, compressed: nothing that is measured, all that is counted. */
export async function benchWidget(): Promise<Figure[]> {
  await ensureWidget();
  const { script, style } = JSON.parse(readFileSync(path.join(PACKED, 'entry.json'), 'utf8')) as {
    script: string;
    style: string;
  };
  const code = readdirSync(path.join(PACKED, 'assets')).filter((name) => !name.endsWith('.woff2'));
  const bytes = (files: string[]) =>
    files.reduce((sum, name) => sum + gzipSync(readFileSync(path.join(PACKED, name))).length, 0) / 1_000;
  const inAssets = (names: string[]) => names.map((name) => path.join('assets', name));
  return [
    { name: 'chat: loader', value: bytes(['loader.js']), unit: 'kB', aim: { most: 3 } },
    {
      name: 'chat: until the frame is on the screen',
      ...{ value: bytes(['loader.js', ...inAssets([script, style])]), unit: 'kB', aim: { most: 25 } },
    },
    {
      name: 'chat: with the socket',
      ...{ value: bytes(['loader.js', ...inAssets(code)]), unit: 'kB', aim: { most: 60 } },
    },
  ];
}
