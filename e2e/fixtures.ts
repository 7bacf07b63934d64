import {
  type APIRequestContext,
  type Browser,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test';
import { type House, type HouseKind, withHouse } from './house';

export { expect };

export interface HouseOptions {
  /** Which product runs. Say so at the top of a file: `test.use({ kind: 'cluster' })`. */
  kind: HouseKind;
}

/**
 * Waits until the page answers: before that a press is lost, and nobody presses within the first tenths of a second.
 * React marks what it has made its own. A page of somebody else (the queues') has no such mark, and is not waited for long.
 */
async function untilAlive(page: Page): Promise<void> {
  const answers = () => {
    const controls = [...document.querySelectorAll('button, input, select, textarea')];
    return controls.every((one) => Object.keys(one).some((key) => key.startsWith('__reactProps')));
  };
  await page.waitForFunction(answers, undefined, { timeout: 5_000 }).catch(() => undefined);
}

/** What a journey opens is alive when `goto` and `reload` are done. */
function waitForLife(page: Page): void {
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  const alive = async <T>(loaded: Promise<T>): Promise<T> => {
    const answer = await loaded;
    await untilAlive(page);
    return answer;
  };
  page.goto = (...given) => alive(goto(...given));
  page.reload = (...given) => alive(reload(...given));
}

/** Every journey gets a running product; journeys of one kind share it. `baseURL` is its address. */
export const test = base.extend<object, HouseOptions & { house: House }>({
  browser: [
    async ({ browser }, use) => {
      browser.on('context', (context) => context.on('page', waitForLife));
      await use(browser);
    },
    { scope: 'worker' },
  ],
  kind: ['demo', { option: true, scope: 'worker' }],
  house: [async ({ kind }, use) => withHouse(kind, use), { scope: 'worker', timeout: 180_000 }],
  baseURL: async ({ house }, use) => use(house.url),
});

/** What the processes said belongs to a failure, as the trace does. */
test.afterEach(async ({ house }, info) => {
  if (info.status === info.expectedStatus) return;
  for (const [n, one] of [...house.web, ...house.workers].entries()) {
    const name = n < house.web.length ? `web-${n + 1}` : `worker-${n - house.web.length + 1}`;
    await info.attach(`${name}.log`, { body: one.logs().slice(-200_000), contentType: 'text/plain' });
  }
});

/** The cookies of people who have signed in, by house and address. */
const signedIn = new Map<string, BrowserContextOptions['storageState']>();

/** A page of a person who has signed in some time before, or of a stranger; `options` as for a new context. */
export async function openAs(
  browser: Browser,
  house: House,
  who: string | null,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const key = `${house.url} ${who}`;
  if (who && !signedIn.has(key)) await remember(browser, house, who);
  const open = () => {
    const storageState = signedIn.get(key);
    return browser.newContext({
      baseURL: house.url,
      ...(storageState && { storageState }),
      ...options,
    });
  };
  let context = await open();
  // a journey before may have ended that session
  if (who && (await context.request.get('/api/me/')).status() === 401) {
    await context.close();
    await remember(browser, house, who);
    context = await open();
  }
  return context.newPage();
}

async function remember(browser: Browser, house: House, who: string): Promise<void> {
  const context = await browser.newContext({ baseURL: house.url });
  await signIn(await context.newPage(), who, house.password);
  signedIn.set(`${house.url} ${who}`, await context.storageState());
  await context.close();
}

/** Signs in through the real page, and waits until the person is somewhere else. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel(/^e-?mail/i).fill(email);
  await page.getByLabel(/^password/i).fill(password);
  await page.getByRole('button', { name: /^sign in$/i }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/**
 * The newest mail to `to` that really arrived (the demo's mailbox), of those whose subject or text matches. Waits
 * for it up to `timeout` ms: mail leaves behind the request.
 */
export async function readMail(
  request: APIRequestContext,
  to: string,
  { match = /./, timeout = 15_000 }: { match?: RegExp; timeout?: number } = {},
): Promise<Mail> {
  let found: Mail | undefined;
  await expect(async () => {
    const response = await request.get('/api/mailbox/');
    expect(response.status()).toBe(200);
    const { results } = (await response.json()) as { results: Mail[] };
    found = results.find(
      (mail) => mail.to.includes(to) && (match.test(mail.subject) || match.test(mail.text)),
    );
    expect(found, `a mail to ${to} that matches ${match}`).toBeDefined();
  }).toPass({ timeout, intervals: [100, 250, 500] });
  return found as Mail;
}

/** The six digits of the newest code mailed to `to`. */
export async function readCode(request: APIRequestContext, to: string): Promise<string> {
  const mail = await readMail(request, to, { match: /\b\d{6}\b/ });
  const [code] = /\b\d{6}\b/.exec(mail.text) ?? [];
  if (!code) throw new Error(`No code in the mail "${mail.subject}"`);
  return code;
}
