import path from 'node:path';
import { Invalid } from '../errors';
import { ThreadPool, TooHeavy } from '../thread-pool';
import type { OwnPictures } from './html-policy';

/** Bytes in UTF-8 beyond which HTML is not looked at. */
export const MAX_HTML = 256 * 1024;
/** Characters of the outcome: `&` and `<` become longer, and mean nothing in such numbers. */
const MAX_CLEAN = 2 * MAX_HTML;

export interface CleanHtml {
  html: string;
  /** What it says, for search, mails and everybody who does not look at HTML. */
  text: string;
}

export interface CleanerTask {
  html: string;
  pictures: OwnPictures;
}

/** By its place on disk, which is the same under both doors of the API; Next must not pack it. */
const ENTRY = path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/html/start-worker.mjs');

const cleaners = new ThreadPool<CleanerTask, CleanHtml>(ENTRY, {
  threads: 2,
  // honest HTML takes about a second for a megabyte; 244 KB of nested `<div>` took nine (spec/reliability.md 0.6)
  milliseconds: 2_000,
  memoryMb: 128,
  waiting: 50,
});

/**
 * Cleans HTML of people who may mean harm, in a thread beside the process and within two seconds, so that nothing
 * anybody sends holds up anybody else.
 *
 * @param pictures those that came with it: shown in their places, as `<img src="cid:2">` for the second file.
 * @throws Invalid `too_long` beyond 256 KB, `too_complex` when two seconds were not enough; Unavailable when many wait.
 */
export async function cleanHtml(html: string, pictures: OwnPictures = new Map()): Promise<CleanHtml> {
  if (Buffer.byteLength(html) > MAX_HTML) throw new Invalid({ html: ['too_long'] });
  try {
    const clean = await cleaners.run({ html, pictures });
    if (clean.html.length > MAX_CLEAN) throw new Invalid({ html: ['too_complex'] });
    return clean;
  } catch (error) {
    throw error instanceof TooHeavy ? new Invalid({ html: ['too_complex'] }) : error;
  }
}
