import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, signIn, test } from './fixtures';

const subject = 'Kettle whistles out of tune';

/** Files a ticket of many messages through the API of the signed-in page, so that the first ones are not loaded. */
async function fileLongTicket(page: Page): Promise<number> {
  return page.evaluate(async (subject) => {
    const post = async (path: string, body: object) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
      return (await answer.json()) as { number: number };
    };
    const { number } = await post('/api/tickets/', {
      subject,
      description: 'The samovar hums a fifth too low.',
    });
    for (let n = 0; n < 51; n++)
      await post(`/api/tickets/${number}/messages/`, { body: `Still waiting, day ${n}.` });
    return number;
  }, subject);
}

test('a customer finds a request, staff finds it by keyboard and jumps to the old message', async ({
  browser,
  house,
}) => {
  const open = async (who: string) => {
    const context = await browser.newContext({ baseURL: house.url, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await signIn(page, who, house.password);
    return page;
  };
  const [carla, admin] = [await open('carla@example.test'), await open('admin@switchboard.test')];
  const number = await fileLongTicket(carla);

  await expect(async () => {
    await carla.goto('/requests');
    await carla.getByRole('searchbox').fill('humming samovars');
    await carla.getByRole('button', { name: 'Search' }).click();
    await expect(carla.getByRole('link', { name: new RegExp(subject) })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 15_000 });
  await expect(carla.locator('mark').filter({ hasText: 'samovar' })).toBeVisible();

  await admin.goto('/desk/all');
  await expect(admin.getByRole('row').first()).toBeVisible();
  await admin.keyboard.press('/');
  await admin.keyboard.type('samov');
  await expect(admin.getByRole('option', { name: new RegExp(subject) })).toBeVisible();
  // the rest of the page is hidden from screen readers meanwhile, as the library does with every such list
  const popup = new AxeBuilder({ page: admin }).include('[role="combobox"]').include('[role="listbox"]');
  const { violations } = await popup.withTags(['wcag2a', 'wcag2aa']).analyze();
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`)).toEqual([]);
  await admin.keyboard.press('ArrowDown');
  await admin.keyboard.press('Enter');
  await expect(admin).toHaveURL(new RegExp(`/desk/search/${number}\\?q=samov&m=`));
  await expect(admin.getByText('The samovar hums a fifth too low.').last()).toBeInViewport({
    timeout: 10_000,
  });

  await admin.keyboard.press('/');
  await admin.keyboard.type('whistels');
  await admin.keyboard.press('Enter');
  await admin.getByRole('button', { name: 'Did you mean “whistles”?' }).click();
  await expect(admin.getByRole('row').filter({ hasText: subject })).toBeVisible();
  await admin.context().close();
  await carla.context().close();
});

test('what staff knows about a customer is written down, found, and shown beside his tickets', async ({
  page,
  house,
}) => {
  await signIn(page, 'admin@switchboard.test', house.password);
  await page.goto('/customers');
  await page.getByRole('searchbox').fill('customer 208');
  await page.getByRole('link', { name: /Customer 208/ }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Phone').fill('+254 700 123456');
  await page.getByRole('button', { name: 'Add a fact' }).click();
  await page.getByLabel('Fact 1: Label').fill('Plan');
  await page.getByLabel('Fact 1: Value').fill('Gold');
  await page.getByRole('button', { name: 'Add a link' }).click();
  await page.getByLabel('Link 1: Label').fill('Profile');
  await page.getByLabel('Link 1: Address').fill('javascript:alert(1)');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Begin with https://')).toBeVisible();
  await page.getByLabel('Link 1: Address').fill('https://social.example/208');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('link', { name: 'Profile' })).toHaveAttribute(
    'href',
    'https://social.example/208',
  );
  await page.goto('/desk/search?q=%2B254+700+123456');
  await page.getByRole('row').first().getByRole('link').click();
  await expect(page.getByText('Gold')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Profile' })).toBeVisible();
});
