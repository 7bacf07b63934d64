import { AA, axe } from './axe';
import { expect, openAs, test } from './fixtures';

test('an admin finds out what a change of routing would have done, without making it', async ({
  browser,
  house,
}) => {
  const page = await openAs(browser, house, 'admin@switchboard.test');
  await page.goto('/admin/settings/routing');
  await page.getByRole('radio', { name: 'Nobody by itself' }).first().click();
  await page
    .getByRole('region', { name: 'Unsaved changes' })
    .getByRole('link', { name: 'Try it first' })
    .click();

  const figures = page.getByRole('table', { name: 'The last tickets, both ways' });
  const atOnce = figures.getByRole('row', { name: /^Given at once/ });
  // people who take tickets themselves have none in the moment it comes
  await expect(atOnce).toContainText('0%');
  await expect(atOnce).toContainText('worse');
  await expect(page.getByRole('heading', { name: /would have changed hands/ })).toBeVisible();
  expect((await axe(page).withTags(AA).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(
    page.getByRole('heading', { name: 'Change something, and see what it would have done' }),
  ).toBeVisible();

  await page.getByRole('tab', { name: 'One ticket, now' }).click();
  await page.getByRole('combobox', { name: 'Channel' }).click();
  await page.getByRole('option', { name: 'Call' }).click();
  const decision = page.getByRole('region', { name: 'What routing would do' });
  await expect(decision.getByRole('status')).toContainText(/Goes to|Waits/);
  await expect(decision.getByRole('listitem').filter({ hasText: 'Ada Bauer' })).toBeVisible();

  await page.goto('/admin/settings/routing');
  await expect(page.getByRole('radio', { name: 'The least busy' }).first()).toBeChecked();
});
