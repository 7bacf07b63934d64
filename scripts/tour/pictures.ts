import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import type { House } from '@/e2e/house';
import { person } from './people';

interface Picture {
  name: string;
  who: string;
  at: (number: string) => string;
  look: BrowserContextOptions;
  /** What is done on the page before the picture is taken. */
  act?: (page: Page) => Promise<void>;
}

const CARLA = 'carla@example.test';
const ADA = 'ada@switchboard.test';
const ADMIN = 'admin@switchboard.test';
const wide = { viewport: { width: 1440, height: 900 } };
const small = { viewport: { width: 1024, height: 640 } };

/** What an older helpdesk may hand over: two of its rows cannot come in as they are. */
const OLD_MESSAGES = [
  'Customer e-mail;Time;Message',
  'nina@example.test;2024-03-01 09:00;My invoice is wrong.',
  'nina@example.test;2024-03-01 09:05;"It says 12, not 10."',
  'omar@example.test;2024-02-31 10:00;There is no such day',
  'not an address;2024-03-02 10:00;Who am I?',
  'omar@example.test;2024-03-02 10:00;Where is my parcel?',
].join('\r\n');

const inArabic =
  (path: string) =>
  async (page: Page): Promise<void> => {
    await page.context().addCookies([{ name: 'locale', value: 'ar', url: page.url() }]);
    await page.goto(path);
    await page.locator('html[dir="rtl"]').waitFor();
  };

async function checkFile(page: Page): Promise<void> {
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a CSV file' }).click();
  const buffer = Buffer.from(OLD_MESSAGES);
  await (await chosen).setFiles({ name: 'old-helpdesk.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Check all rows' }).click();
  await page.getByText(/rows are good/).waitFor();
}

/** A customer at each of the lab's apparatuses. */
async function playTheLab(page: Page): Promise<void> {
  const panel = (name: string) => page.getByRole('region', { name });
  await page.getByRole('button', { name: /^Solve the \d+ open tickets/ }).click();
  await page.getByText('Nothing waits').waitFor();
  const mailbox = panel('A customer’s mailbox');
  await mailbox.getByRole('combobox', { name: 'Whose mailbox' }).click();
  await page.getByRole('option', { name: 'Jonas Weber' }).click();
  await mailbox.getByRole('button', { name: 'Write' }).click();
  await mailbox.getByRole('button', { name: 'Send' }).click();
  await mailbox.getByText(/^Ticket #\d+, with/).waitFor();
  const phone = panel('Messenger on a phone');
  await phone.getByRole('combobox', { name: 'Whose telephone' }).click();
  await page.getByRole('option', { name: /^Amélie Laurent/ }).click();
  await phone.getByLabel('Message', { exact: true }).fill('Bonjour, avez-vous encore la lampe bleue ?');
  await phone.getByRole('button', { name: 'Send', exact: true }).click();
  const telephone = panel('A telephone');
  await telephone.getByRole('button', { name: 'Call support' }).click();
  await telephone.getByText('For English, press 1.').waitFor();
  const shop = panel('A website with the chat').frameLocator('iframe');
  await shop.getByRole('button', { name: 'Open the chat' }).click();
  await shop
    .frameLocator('iframe')
    .getByRole('button', { name: /message/ })
    .waitFor();
}

/** The README's pictures, of real screens of a demo in which the main job has just been done. */
const PICTURES: readonly Picture[] = [
  { name: 'desk-light', who: ADA, at: (number) => `/desk/resolved/${number}`, look: wide },
  { name: 'desk-dark', who: ADA, at: () => '/desk/mine/1001', look: { ...wide, colorScheme: 'dark' } },
  {
    name: 'request-light',
    who: CARLA,
    at: (number) => `/requests/${number}`,
    look: { viewport: { width: 1024, height: 900 } },
  },
  { name: 'people-light', who: ADMIN, at: () => '/admin/people', look: small },
  {
    name: 'system-light',
    who: ADMIN,
    at: () => '/admin/system',
    look: { viewport: { width: 1024, height: 860 } },
  },
  {
    name: 'reports-light',
    who: ADMIN,
    at: () => '/admin/reports?range=30',
    look: { viewport: { width: 1280, height: 1000 } },
  },
  {
    name: 'search-light',
    who: ADMIN,
    at: () => '/desk/search?q=payment+not+arrived',
    look: wide,
    act: (page) => page.getByRole('row').first().getByRole('link').click(),
  },
  {
    name: 'suggestion-light',
    who: ADA,
    at: (number) => `/desk/resolved/${number}`,
    look: { viewport: { width: 1280, height: 860 } },
    act: async (page) => {
      await page.getByRole('button', { name: 'Suggest from your answers' }).click();
      await page.getByRole('region', { name: 'Suggestion' }).getByText('From your answers').waitFor();
    },
  },
  {
    name: 'import-light',
    who: ADMIN,
    at: () => '/admin/data/import',
    look: { viewport: { width: 1280, height: 780 } },
    act: checkFile,
  },
  {
    name: 'palette-light',
    who: ADA,
    at: () => '/desk/mine/1001',
    look: wide,
    act: async (page) => {
      await page.getByRole('textbox', { name: /^Reply to/ }).waitFor();
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: /Commands/ }).fill('loan');
      await page.getByRole('option', { name: /loan/i }).first().waitFor();
    },
  },
  { name: 'desk-arabic', who: ADA, at: () => '/desk/mine', look: wide, act: inArabic('/desk/mine/1001') },
  {
    name: 'request-arabic',
    who: CARLA,
    at: () => '/requests',
    look: { viewport: { width: 1024, height: 760 }, colorScheme: 'dark' },
    act: inArabic('/requests'),
  },
  { name: 'desk-phone', who: ADA, at: () => '/desk/mine', look: { viewport: { width: 390, height: 780 } } },
  // the last one: it empties the desk
  {
    name: 'lab-light',
    who: ADMIN,
    at: () => '/lab',
    look: { viewport: { width: 1440, height: 1060 } },
    act: playTheLab,
  },
];

export async function takePictures(browser: Browser, house: House, number: string): Promise<void> {
  for (const { name, who, at, look, act } of PICTURES) {
    const open = await person(browser, house, who, look);
    await open.goto(at(number));
    await act?.(open);
    await take(open, name);
  }
}

/** Step two of an empty house, which the demo has no more. */
export async function takeSetupPicture(browser: Browser, house: House): Promise<void> {
  const page = await browser.newPage({
    baseURL: house.url,
    locale: 'en-GB',
    ...small,
    reducedMotion: 'reduce',
  });
  await page.goto(house.setupPath!);
  await page.getByLabel('Name of your helpdesk').fill('Lakeside Loans');
  await page.getByLabel('Your name').fill('Ruth Weber');
  await page.getByLabel('E-mail address').fill('ruth@example.test');
  await page.getByLabel('New password', { exact: true }).fill('a-password-for-ruth');
  await page.getByRole('button', { name: 'Create my account' }).click();
  await page.getByRole('heading', { name: 'How do customers reach you?' }).waitFor();
  await page.getByRole('button', { name: 'Send me a test mail' }).click();
  await page.getByText('Sent and caught here').waitFor();
  await take(page, 'setup-light');
}

async function take(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1_000);
  await page.screenshot({ path: path.resolve('docs', 'pictures', `${name}.png`) });
  await page.context().close();
  console.log(`docs/pictures/${name}.png`);
}
