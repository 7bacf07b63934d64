import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Browser, CDPSession, Page } from 'playwright';
import { findFfmpeg } from '../test/programs.mjs';

/** Sizes in pixels: the customer on the left, whoever of the staff is at work on the right, the words above them. */
export const LEFT = { width: 640, height: 720 };
export const RIGHT = { width: 1280, height: 720 };
const STRIP = { width: LEFT.width + RIGHT.width, height: 72 };
const FRAMES_A_SECOND = 15;

interface Frame {
  at: number;
  file: string;
}

/**
 * Films two pages at once by the browser's own screencast, which sends a picture whenever something changes. While the
 * film is stopped no time passes in it: what nobody wants to watch (signing in) is done then.
 */
export class Film {
  private readonly frames: Record<'left' | 'right' | 'strip', Frame[]> = { left: [], right: [], strip: [] };
  private readonly casts = new Map<'left' | 'right', CDPSession>();
  private passed = 0;
  private since: number | null = null;
  private count = 0;

  private constructor(
    private readonly dir: string,
    private readonly words: Page,
  ) {}

  static async open(browser: Browser): Promise<Film> {
    const words = await browser.newPage({
      viewport: { width: STRIP.width, height: STRIP.height + RIGHT.height },
    });
    return new Film(mkdtempSync(path.join(tmpdir(), 'switchboard-film-')), words);
  }

  /** Seconds of the film so far. */
  get seconds(): number {
    return (this.passed + (this.since === null ? 0 : Date.now() - this.since)) / 1_000;
  }

  roll(): void {
    this.since ??= Date.now();
  }

  stop(): void {
    if (this.since !== null) this.passed += Date.now() - this.since;
    this.since = null;
  }

  /** Shows this page on one side from now on. */
  async show(side: 'left' | 'right', page: Page): Promise<void> {
    await this.casts.get(side)?.detach();
    this.keep(side, await page.screenshot({ type: 'jpeg', quality: 85 }));
    const cast = await page.context().newCDPSession(page);
    this.casts.set(side, cast);
    cast.on('Page.screencastFrame', ({ data, sessionId }) => {
      // a page that was taken off the film may still send its last picture
      if (this.casts.get(side) === cast && this.since !== null) this.keep(side, Buffer.from(data, 'base64'));
      cast.send('Page.screencastFrameAck', { sessionId }).catch(() => {});
    });
    await cast.send('Page.startScreencast', { format: 'jpeg', quality: 85 });
  }

  /** Who is seen on each side, and what happens now. */
  async say(left: string, right: string, sentence: string): Promise<void> {
    await this.words.setContent(strip(left, right, sentence));
    const clip = { x: 0, y: 0, ...STRIP };
    this.keep('strip', await this.words.screenshot({ type: 'jpeg', quality: 92, clip }));
  }

  /** A card over the whole picture for some seconds. */
  async card(title: string, lines: string[], seconds: number): Promise<void> {
    await this.words.setContent(card(title, lines));
    const part = (x: number, y: number, size: typeof LEFT) =>
      this.words.screenshot({ type: 'jpeg', quality: 92, clip: { x, y, ...size } });
    this.keep('strip', await part(0, 0, STRIP));
    this.keep('left', await part(0, STRIP.height, LEFT));
    this.keep('right', await part(LEFT.width, STRIP.height, RIGHT));
    this.passed += seconds * 1_000;
  }

  /** Puts the sides together; needs ffmpeg. */
  async finish(target: string): Promise<{ file: string; seconds: number; megabytes: number }> {
    this.stop();
    for (const cast of this.casts.values()) await cast.detach();
    const file = path.resolve(target);
    const rate = `fps=${FRAMES_A_SECOND}`;
    const filter =
      `[0:v]${rate},scale=${LEFT.width}:${LEFT.height}[l];[1:v]${rate},scale=${RIGHT.width}:${RIGHT.height}[r];` +
      `[2:v]${rate}[s];[l][r]hstack[both];[s][both]vstack,format=yuv420p`;
    const inputs = (['left', 'right', 'strip'] as const).flatMap((side) => [
      ...['-f', 'concat', '-safe', '0', '-i', this.list(side)],
    ]);
    const output = ['-c:v', 'libx264', '-preset', 'slow', '-crf', '27', '-movflags', '+faststart', file];
    await promisify(execFile)(findFfmpeg()!, ['-y', ...inputs, '-filter_complex', filter, ...output], {
      maxBuffer: 64 * 1024 * 1024,
    });
    rmSync(this.dir, { recursive: true, force: true });
    return { file: target, seconds: this.seconds, megabytes: statSync(file).size / 2 ** 20 };
  }

  private keep(side: keyof Film['frames'], bytes: Buffer): void {
    const file = path.join(this.dir, `${String(++this.count).padStart(6, '0')}.jpg`);
    writeFileSync(file, bytes);
    this.frames[side].push({ at: this.seconds, file });
  }

  /** ffmpeg's list of pictures: each stays until the next one of its side. */
  private list(side: keyof Film['frames']): string {
    const frames = this.frames[side];
    const lines = frames.map(({ at, file }, n) => {
      const until = frames[n + 1]?.at ?? this.seconds;
      return `file '${file}'\nduration ${Math.max(until - at, 0.001).toFixed(3)}`;
    });
    const last = frames.at(-1);
    const name = path.join(this.dir, `${side}.txt`);
    writeFileSync(name, `${lines.join('\n')}\nfile '${last?.file}'\n`);
    return name;
  }
}

const font = readFileSync(
  path.resolve('node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'),
).toString('base64');
const style = `<style>
  @font-face { font-family: Inter; font-weight: 100 900; src: url(data:font/woff2;base64,${font}) }
  * { margin: 0; box-sizing: border-box }
  body { font: 22px/1.3 Inter, sans-serif; color: #1c1b18; background: #f6f5f2 }
</style>`;
const safe = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const strip = (left: string, right: string, sentence: string) => `${style}
  <div style="display:flex;height:${STRIP.height}px;align-items:center;border-bottom:2px solid #1c1b18">
    <div style="width:${LEFT.width}px;padding:0 24px;font-weight:600">${safe(left)}</div>
    <div style="flex:1;padding:0 24px;border-left:2px solid #1c1b18;display:flex;gap:20px;align-items:center;height:100%">
      <span style="font-weight:600;white-space:nowrap">${safe(right)}</span>
      <span style="color:#0b6e63;font-weight:550">${safe(sentence)}</span>
    </div>
  </div>`;

const card = (title: string, lines: string[]) => `${style}
  <div style="height:100vh;display:flex;flex-direction:column;justify-content:center;padding:0 200px;gap:18px">
    <h1 style="font-size:64px;letter-spacing:-0.02em">${safe(title)}</h1>
    ${lines.map((line) => `<p style="font-size:30px;color:#55524b">${safe(line)}</p>`).join('')}
  </div>`;
