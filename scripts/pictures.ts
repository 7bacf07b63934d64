/**
 * `node --import tsx scripts/pictures.ts ADDRESS PASSWORD`: takes the README's pictures of a freshly started demo, in a
 * real browser, of real screens: a customer files a request, an agent takes it and answers.
 */
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { findChromium } from './test/programs.mjs';

const [base = 'http://localhost:3000', password = ''] = process.argv.slice(2);
const folder = path.join(import.meta.dirname, '..', 'docs', 'pictures');

interface Look {
  width: number;
  height: number;
  dark?: boolean;
}
const wide: Look = { width: 1440, height: 900 };

async function signedIn(
  browser: Browser,
  email: string,
  { width, height, dark = false }: Look,
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: base,
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    deviceScaleFactor: 1,
  });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel(/^e-?mail/i).fill(email);
  await page.getByLabel(/^password/i).fill(password);
  await page.getByRole('button', { name: /^sign in$/i }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  return page;
}

async function picture(page: Page, at: string, name: string): Promise<void> {
  await page.goto(at);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(800);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  process.stdout.write(`${name}.png\n`);
}

async function fileRequest(customer: Page): Promise<string> {
  await customer.goto('/requests/new');
  await customer.getByLabel('Subject').fill('Invoice shows the wrong address');
  const text =
    'Hello,\n\nmy last invoice still shows our old office. Could you send a corrected one? We moved on the first of the month.\n\nThank you!';
  await customer.getByLabel('What is it about?').fill(text);
  await customer.getByRole('button', { name: 'Send request' }).click();
  await customer.waitForURL(/\/requests\/\d+/);
  return /\d+$/.exec(new URL(customer.url()).pathname)![0];
}

async function converse(agent: Page, customer: Page, number: string): Promise<void> {
  await agent.goto(`/desk/unassigned/${number}`);
  await agent.getByRole('tab', { name: 'Internal note' }).click();
  await agent
    .getByRole('textbox', { name: /internal note/i })
    .fill('The new address is in the contract since Monday. I correct the invoice.');
  await agent.getByRole('button', { name: 'Add note' }).click();
  await agent.getByRole('tab', { name: 'Reply' }).click();
  await agent
    .getByRole('textbox', { name: /^Reply to/ })
    .fill(
      'Hello Carla,\n\nof course. The corrected invoice is on its way; the old one is cancelled.\n\nKind regards, Ada',
    );
  await agent.getByRole('button', { name: 'Send', exact: true }).click();
  await customer.getByText('The corrected invoice is on its way').waitFor();
  await customer
    .getByLabel('Your answer')
    .fill('It just arrived, thank you. One more thing: can the next one go to our accountant?');
  await customer.getByRole('button', { name: 'Send', exact: true }).click();
  await agent.getByRole('article').getByText('It just arrived').waitFor();
}

const executablePath = await findChromium();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const customer = await signedIn(browser, 'carla@example.test', { width: 1024, height: 900 });
  const agent = await signedIn(browser, 'ada@switchboard.test', wide);
  const number = await fileRequest(customer);
  await converse(agent, customer, number);
  await picture(agent, `/desk/mine/${number}`, 'desk-light');
  await picture(
    await signedIn(browser, 'ada@switchboard.test', { ...wide, dark: true }),
    '/desk/unassigned/1001',
    'desk-dark',
  );
  await picture(customer, `/requests/${number}`, 'request-light');
  await picture(
    await signedIn(browser, 'admin@switchboard.test', { width: 1024, height: 640 }),
    '/admin/people',
    'people-light',
  );
  await picture(
    await signedIn(browser, 'ada@switchboard.test', { width: 390, height: 780 }),
    '/desk/mine',
    'desk-phone',
  );
} finally {
  await browser.close();
}
