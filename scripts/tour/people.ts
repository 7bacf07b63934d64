import type { Browser, BrowserContextOptions, Page } from 'playwright';
import type { House } from '@/e2e/house';

/** A demo person in a browser of his own, signed in. */
export async function person(
  browser: Browser,
  house: House,
  email: string,
  look: BrowserContextOptions,
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: house.url,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    ...look,
  });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel(/^e-?mail/i).fill(email);
  await page.getByLabel(/^password/i).fill(house.password);
  await page.getByRole('button', { name: /^sign in$/i }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  return page;
}
