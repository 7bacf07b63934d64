import { AA, axe } from './axe';
import { expect, openAs, test } from './fixtures';

const ADMIN = 'admin@switchboard.test';

test('a ticket says why it waits; a lead tries other rules on it and on the last tickets, and changes nothing', async ({
  browser,
  house,
}) => {
  const lead = await openAs(browser, house, ADMIN);
  const headers = { origin: house.url };
  const data = {
    ...{ subject: 'Saluton', description: 'Mi ne povas ensaluti.', customer: 'carla@example.test' },
    languages: ['eo'],
  };
  const made = await lead.request.post('/api/tickets/', { headers, data });
  const { number } = (await made.json()) as { number: number };

  await lead.goto(`/desk/all/${number}`);
  await lead.getByRole('button', { name: 'Why?' }).first().click();
  const why = lead.getByRole('dialog', { name: 'Why it is where it is' });
  await expect(why).toContainText('Waiting: nobody online speaks Esperanto');
  await expect(why).toContainText(/\d+ without the language/);
  await lead.keyboard.press('Escape');

  // what the settings page holds unsaved goes along
  await lead.goto('/admin/settings/routing');
  await lead.getByRole('radio', { name: 'In turn' }).click();
  await lead.getByRole('link', { name: 'Try it first' }).click();
  await lead.waitForURL(/\/admin\/routing\/what-if/);
  await expect(
    lead.getByText(/tickets? would have changed hands|No ticket would have changed hands/),
  ).toBeVisible();
  expect((await axe(lead).withTags(AA).analyze()).violations).toEqual([]);

  await lead.getByRole('tab', { name: 'One ticket, now' }).click();
  await lead.getByLabel('As a ticket that there is').fill(String(number));
  await lead.getByRole('button', { name: 'Fill in' }).click();
  await expect(lead.getByText('Waits in the queue')).toBeVisible();
  await expect(lead.getByText('Does not speak Esperanto').first()).toBeVisible();

  const settings = await lead.request.get('/api/settings/');
  expect(await settings.json()).toMatchObject({ routing_policy: 'balanced' });
  await lead.context().close();
});

test('the live board follows whoever goes away, while it is looked at', async ({ browser, house }) => {
  const [lead, chloe] = await Promise.all([
    openAs(browser, house, ADMIN),
    openAs(browser, house, 'chloe@switchboard.test'),
  ]);
  await lead.goto('/admin/board');
  const row = lead.getByRole('listitem').filter({ hasText: 'Chloé Martin' });
  await expect(row).toContainText('Online');
  expect((await axe(lead).withTags(AA).analyze()).violations).toEqual([]);
  await chloe.goto('/desk');
  const headers = { origin: house.url };
  const become = (intent: string) =>
    chloe.request.patch('/api/me/availability/', { headers, data: { intent } });
  try {
    await become('away');
    await expect(row).toContainText('Away');
  } finally {
    await become('online');
  }
  await expect(row).toContainText('Online');
  await Promise.all([lead, chloe].map((page) => page.context().close()));
});
