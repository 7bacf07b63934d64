import AxeBuilder from '@axe-core/playwright';
import { expect, openAs, test } from './fixtures';

test('the palette finds, completes and acts; a search becomes a view; single keys can be switched off', async ({
  browser,
  house,
}) => {
  const page = await openAs(browser, house, 'admin@switchboard.test', { reducedMotion: 'reduce' });
  const keys = page.keyboard;
  const option = (name: string | RegExp) => page.getByRole('option', { name });
  await page.goto('/desk/all');
  await expect(page.getByRole('grid').getByRole('row').first()).toBeVisible();

  // in a language that nobody speaks, so that it stays free whatever other journeys do to the queue
  const filed = { subject: 'Free', description: 'For nobody yet.', languages: ['eo'] };
  const headers = { origin: house.url };
  const answer = await page.request.post('/api/tickets/', {
    ...{ headers, data: { ...filed, customer: 'carla@example.test' } },
  });
  expect(answer.status()).toBe(201);

  // a ticket is looked at without being opened, then opened
  await keys.press('Control+k');
  const field = page.getByRole('combobox', { name: /Commands/ });
  await expect(field).toBeFocused();
  const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  // the ticket is slow, its agent is not
  await page.route('**/api/tickets/1025/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await route.continue();
  });
  await keys.type('#1025');
  await expect(option(/Customer .*#1025/)).toHaveAttribute('aria-selected', 'true');
  await expect(page).toHaveURL(/\/desk\/all$/);
  await keys.press('Enter');
  await expect(page).toHaveURL(/\/desk\/all\/1025/);
  await expect(field).toBeHidden();

  // its key waits for the ticket, and what was typed after that is no row of commands; Backspace leads back
  await keys.type('pce');
  await expect(page.getByText('Priority of #1025')).toBeVisible();
  await expect(field).toHaveValue('');
  await keys.press('Backspace');
  await expect(page.getByText('Priority of #1025')).toBeHidden();
  await keys.type('set pri');
  await keys.press('Enter');
  await expect(option('High')).toBeVisible();
  await keys.type('high');
  await keys.press('Enter');
  await expect(page.getByRole('button', { name: 'Priority: High' })).toBeVisible();

  // operators complete, and what was searched for is kept as a view
  await keys.press('Control+k');
  await keys.type('is:unas');
  await expect(option('is:unassigned')).toHaveAttribute('aria-selected', 'true');
  await keys.press('Enter');
  await expect(field).toHaveValue('is:unassigned ');
  await option('Search for “is:unassigned”').click();
  await expect(page).toHaveURL(/\/desk\/search\?q=is%3Aunassigned/);
  await page.getByRole('button', { name: 'Save as view' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Free ones');
  await page.getByRole('button', { name: 'Save view' }).click();
  const link = page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Free ones' });
  await expect(link).toHaveAttribute('aria-current', 'page');
  await expect(page.getByText('Search: is:unassigned')).toBeVisible();
  await expect(page.getByRole('grid').getByRole('row').first()).toBeVisible();

  // off: one letter does nothing, a combination goes on to work
  await keys.press('?');
  await page.getByRole('switch', { name: 'Single-key shortcuts' }).click();
  await keys.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await keys.press('c');
  await keys.press('Control+k');
  await expect(field).toBeVisible();
  await keys.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.context().close();
});
