import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page, type Response } from '@playwright/test';
import { hashPassword } from '@/lib/auth/passwords';
import type { Role } from '@/lib/schemas/values';
import { findChromium } from '@/scripts/test/programs.mjs';
import type { Figure } from './figure';
import { fillTickets } from './fill-tickets';
import { type House, percentile, sleep } from './house';
import { makePeople } from './people';

const ROWS = 10_000;
const PRESSES = 40;
const FRAMES = 300;
const PASSWORD = 'a password of the bench';

/** The desk in a real browser, with 10,000 tickets in the list, and what the pages load. Aims: the interface's budgets. */
export async function benchDesk(house: House): Promise<Figure[]> {
  await fillTickets(house.pool, ROWS, 'OPEN');
  const executablePath = (await findChromium()) ?? undefined;
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const agent = await person(house, browser, 'admin');
    const customer = await person(house, browser, 'customer');
    const scripts = [
      await scriptsOf(agent, house, '/desk/all', 250),
      await scriptsOf(customer, house, '/requests', 90),
    ];
    return [...(await reading(agent, house)), ...(await scrolling(agent, house)), ...scripts];
  } finally {
    await browser.close();
  }
}

/** Somebody who is signed in, as his browser keeps it. */
async function person(house: House, browser: Browser, role: Role) {
  const [made] = await makePeople(house.pool, role, 1);
  await house.pool.query('UPDATE person SET password_hash = $2 WHERE id = $1', [
    made!.actor.id,
    await hashPassword(PASSWORD),
  ]);
  const context = await browser.newContext({ baseURL: house.url, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel(/^e-?mail/i).fill(`${made!.actor.id}@bench.test`);
  await page.getByLabel(/^password/i).fill(PASSWORD);
  await page.getByRole('button', { name: /^sign in$/i }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await page.close();
  return { browser, state: await context.storageState() };
}
type Person = Awaited<ReturnType<typeof person>>;

async function open({ browser, state }: Person, house: House): Promise<Page> {
  const look = { baseURL: house.url, viewport: { width: 1440, height: 900 } };
  const context = await browser.newContext({ ...look, storageState: state });
  // the compiler names functions by a helper that the page does not have
  await context.addInitScript('globalThis.__name = (named) => named');
  return context.newPage();
}

/** Reads on with J, whose next ticket is at hand, and far down the list, where it is not. */
async function reading(agent: Person, house: House): Promise<Figure[]> {
  const page = await open(agent, house);
  await page.goto('/desk/all?sort=newest');
  await page.getByRole('row').first().getByRole('link').click();
  await page.getByText('Message of ticket 1', { exact: true }).first().waitFor();
  await page.evaluate(timeKeys);
  await page.getByRole('grid').focus();
  await page.keyboard.press('j');
  await sleep(1_000);
  const near = await timesOf(page, ['j']);
  const far = await timesOf(page, ['PageDown', 'Enter']);
  await page.context().close();
  const name = `next ticket on screen, ${ROWS.toLocaleString('en')} in the list`;
  return [
    { name: `J → ${name}, p75`, value: percentile(near, 0.75), unit: 'ms', aim: { most: 80 } },
    {
      name: `Enter → a ticket not at hand, p75`,
      value: percentile(far, 0.75),
      unit: 'ms',
      aim: { most: 300 },
    },
  ];
}

/** Runs in the page: from the last of the keys until the ticket it opens can be read in a painted frame. */
function timeKeys(): void {
  const times: number[] = [];
  Object.assign(window, { times });
  const shown = () => {
    const subject = document.querySelector('#ticket-heading')?.textContent ?? '';
    const text = `Message of ticket ${/\d+$/.exec(subject)?.[0]}`;
    return [...document.querySelectorAll('[role="article"], article')].some((one) =>
      one.textContent?.includes(text),
    )
      ? subject
      : null;
  };
  document.addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      if (key !== 'j' && key !== 'Enter') return;
      const before = shown();
      const look = () => {
        const now = shown();
        if (now === null || now === before) requestAnimationFrame(look);
        else requestAnimationFrame(() => times.push(performance.now() - timeStamp));
      };
      requestAnimationFrame(look);
    },
    true,
  );
}

async function timesOf(page: Page, keys: readonly string[]): Promise<number[]> {
  const count = () => page.evaluate(() => (window as unknown as { times: number[] }).times.length);
  const before = await count();
  for (let n = 0; n < PRESSES; n++) {
    const so = await count();
    for (const key of keys) await page.keyboard.press(key);
    for (let tries = 0; (await count()) === so; tries++) {
      if (tries > 200) throw new Error(`${keys.join(' ')} opened no ticket`);
      await sleep(25);
    }
    // as long as somebody looks before he goes on
    await sleep(250);
  }
  return page.evaluate((from) => (window as unknown as { times: number[] }).times.slice(from), before);
}

/** Scrolls a list of all tickets, loaded to its end, by 60 px a frame; the same of plain lines is what the machine can do. */
async function scrolling(agent: Person, house: House): Promise<Figure[]> {
  const page = await open(agent, house);
  await page.goto('/desk/all?sort=newest');
  const grid = page.getByRole('grid');
  await grid.waitFor();
  const pane = grid.locator('..');
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
  for (let tries = 0; (await grid.getAttribute('aria-rowcount')) === '-1'; tries++) {
    if (tries > 2_000) throw new Error('the list has no end');
    await pane.evaluate((element) => {
      element.scrollTop = element.scrollHeight;
    });
    await sleep(20);
  }
  await pane.evaluate((element) => {
    element.scrollTop = 0;
  });
  await sleep(1_000);
  const measured = await pane.evaluate(framesPerSecond, FRAMES);
  await page.setContent(
    `<div id="pane" style="height:800px;overflow:auto">${'<p>A line of a list</p>'.repeat(1_000)}</div>`,
  );
  const bare = await page.locator('#pane').evaluate(framesPerSecond, FRAMES);
  await page.context().close();
  const name = `frames while scrolling ${ROWS.toLocaleString('en')} rows`;
  return [{ name, value: measured, unit: '/s', bare, aim: { leastRatio: 0.95 } }];
}

/** Runs in the page. */
function framesPerSecond(element: Element, frames: number): Promise<number> {
  return new Promise((resolve) => {
    let began = 0;
    let done = 0;
    const step = (now: number) => {
      if (done === 0) began = now;
      if (done === frames) resolve((frames / (now - began)) * 1_000);
      else {
        done += 1;
        element.scrollTop += 60;
        requestAnimationFrame(step);
      }
    };
    requestAnimationFrame(step);
  });
}

/** JavaScript that a page has asked for when it is loaded, compressed: what comes later is not waited for. */
async function scriptsOf(who: Person, house: House, path: string, most: number): Promise<Figure> {
  const page = await open(who, house);
  const scripts: Response[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response);
  });
  await page.goto(path, { waitUntil: 'load' });
  const bodies = await Promise.all([...scripts].map((script) => script.body()));
  const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
  await page.context().close();
  return { name: `JavaScript of ${path}, compressed`, value: bytes / 1_000, unit: 'kB', aim: { most } };
}
