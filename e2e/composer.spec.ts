import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { openTicket, reply } from './draft-ticket';
import { expect, openAs, test } from './fixtures';

const article = (page: Page, text: string) =>
  page.getByRole('article').getByRole('article').filter({ hasText: text });

/** Of the toast; the message in the conversation has one as well. */
const undo = (page: Page) =>
  page.getByRole('region', { name: /Notifications/ }).getByRole('button', { name: 'Undo', exact: true });

/** What the customer has been told, by the API. */
async function customerSees(page: Page, number: number): Promise<string[]> {
  const answer = await page.request.get(`/api/tickets/${number}/`);
  const { messages } = (await answer.json()) as { messages: { body: string }[] };
  return messages.map(({ body }) => body);
}

/** A second window of the same person, as on another device. */
async function elsewhere(browser: Browser, page: Page): Promise<Page> {
  const context = await browser.newContext({
    baseURL: new URL(page.url()).origin,
    storageState: { cookies: await page.context().cookies(), origins: [] },
  });
  return context.newPage();
}

test('a formatted reply is taken back in time, and stays when it is too late', async ({
  page,
  browser,
  house,
}) => {
  const number = await openTicket(page, house.password);
  const customer = await openAs(browser, house, 'carla@example.test');
  await expect(page.getByText(/gets this by mail at/)).toBeVisible();
  await expect(page.getByRole('toolbar', { name: 'Formatting' })).toBeVisible();
  await reply(page).click();
  await page.keyboard.type('Dear **Carla** ,');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- turn it off');
  await expect(reply(page).locator('strong')).toHaveText('Carla');
  await expect(reply(page).getByRole('listitem')).toHaveText('turn it off');
  // Tab leaves the text
  await page.keyboard.press('Tab');
  await expect(reply(page)).not.toBeFocused();
  const { violations } = await new AxeBuilder({ page }).include('#composer').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

  await reply(page).press('Control+Enter');
  await expect(page.getByText(/Leaves in \d+ second/)).toBeVisible();
  await expect(reply(page)).toHaveText('');
  await undo(page).click();
  await expect(reply(page).locator('strong')).toHaveText('Carla');
  await expect(reply(page)).toBeFocused();
  await expect(page.getByText(/Leaves in \d+ second/)).toBeHidden();
  expect(await customerSees(customer, number)).toHaveLength(1);

  // each kind has its own text and its own tools
  await page.getByRole('tab', { name: 'Internal note' }).click();
  await expect(page.getByRole('textbox', { name: /^Internal note/ })).toHaveText('');
  await expect(page.getByRole('toolbar', { name: 'Formatting' })).toBeVisible();
  await page.getByRole('tab', { name: 'Reply' }).click();
  await reply(page).press('Control+Enter');
  await page.getByRole('button', { name: 'Send now' }).click();
  await expect(article(page, 'turn it off').locator('strong')).toHaveText('Carla');
  await expect(undo(page)).toBeHidden();
  expect(await customerSees(customer, number)).toEqual([
    expect.anything(),
    'Dear **Carla** ,\n\n- turn it off',
  ]);
  await customer.context().close();
});

test('the reply guard stops what was written without the newest message, and lets it go when that was read', async ({
  page,
  browser,
  house,
}) => {
  const number = await openTicket(page, house.password);
  const customer = await openAs(browser, house, 'carla@example.test');
  await customer.goto(`/requests/${number}`);
  const headers = { origin: new URL(page.url()).origin };
  await page.request.patch('/api/me/', { headers, data: { undo_seconds: 6 } });
  await page.reload();
  await reply(page).fill('It is solved.');
  await reply(page).press('Control+Enter');
  await expect(page.getByText(/Leaves in \d+ second/)).toBeVisible();
  await customer.getByLabel('Your answer').fill('No, it smokes now!');
  await customer.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByText('Not sent: somebody wrote in the meantime.')).toBeVisible({ timeout: 20_000 });
  expect(await customerSees(customer, number)).toHaveLength(2);
  await page.getByRole('button', { name: 'Send anyway' }).click();
  await expect(page.getByText('Not sent: somebody wrote in the meantime.')).toBeHidden();
  await expect.poll(() => customerSees(customer, number)).toHaveLength(3);
  await customer.context().close();
});

test('a draft is there on another device, and the newer one is a choice', async ({
  page,
  browser,
  house,
}) => {
  const number = await openTicket(page, house.password);
  await expect(page.getByRole('toolbar', { name: 'Formatting' })).toBeVisible();
  await reply(page).fill('Written here');
  const second = await elsewhere(browser, page);
  const url = `/api/tickets/${number}/drafts/reply/`;
  await expect.poll(async () => (await (await page.request.get(url)).json()).body).toBe('Written here');
  await second.goto(`/desk/mine/${number}`);
  await expect(reply(second)).toHaveText('Written here');
  await expect(second.getByRole('row').filter({ hasText: 'Draft' }).first()).toBeVisible();

  await reply(second).press('Control+End');
  await reply(second).pressSequentially(' and there');
  await expect
    .poll(async () => (await (await page.request.get(url)).json()).body)
    .toBe('Written here and there');
  await reply(page).press('Control+End');
  await reply(page).pressSequentially(', then here');
  await expect(page.getByText('There is a newer draft from your other device')).toBeVisible();
  await page.getByRole('button', { name: 'Use it' }).click();
  await expect(reply(page)).toHaveText('Written here and there');
  await second.context().close();
});
