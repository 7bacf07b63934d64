import { openTicket, suggestion } from './draft-ticket';
import { expect, test } from './fixtures';

test('without a key the same button suggests from the house’s own answers', async ({ page, house }) => {
  const number = await openTicket(page, house.password);
  await page.getByRole('button', { name: 'Suggest from your answers' }).click();
  await expect(suggestion(page).getByText('From your answers, no AI')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Summarise for handover' })).toHaveCount(0);
  await suggestion(page).getByRole('button', { name: 'Discard' }).first().click();
  await expect(suggestion(page)).toBeHidden();
  // the house is shared: what other journeys count is as before
  const headers = { origin: house.url };
  await page.request.post(`/api/tickets/${number}/set-status/`, { headers, data: { status: 'RESOLVED' } });
});
