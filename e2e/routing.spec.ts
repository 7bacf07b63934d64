import { AA, axe } from './axe';
import { expect, openAs, test } from './fixtures';

const ADMIN = 'admin@switchboard.test';

test('a ticket says why it waits, with everybody who was counted', async ({ browser, house }) => {
  const lead = await openAs(browser, house, ADMIN);
  const headers = { origin: house.url };
  const data = {
    ...{ subject: 'Saluton', description: 'Mi ne povas ensaluti.', customer: 'carla@example.test' },
    languages: ['la'],
  };
  const made = await lead.request.post('/api/tickets/', { headers, data });
  const { number } = (await made.json()) as { number: number };

  await lead.goto(`/desk/all/${number}`);
  await lead.getByRole('button', { name: 'Why?' }).first().click();
  const why = lead.getByRole('dialog', { name: 'Why it is where it is' });
  await expect(why).toContainText('Waiting: nobody online speaks Latin');
  await expect(why).toContainText(/\d+ without the language/);
  expect((await axe(lead).withTags(AA).analyze()).violations).toEqual([]);
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
