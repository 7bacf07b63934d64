import AxeBuilder from '@axe-core/playwright';
import { openTicket, QUESTION, reply, suggestion } from './draft-ticket';
import { expect, openAs, test } from './fixtures';

test.use({ kind: 'gemini' });

test('a draft with its sources is taken, sent only on purpose, and stands in the ledger', async ({
  page,
  browser,
  house,
}) => {
  const number = await openTicket(page, house.password);
  const headers = { origin: new URL(page.url()).origin };
  await page.request.patch('/api/me/', { headers, data: { undo_seconds: 0 } });
  await page.reload();
  // who writes drafts here is asked when the composer is there: until then there is no such act
  await expect(page.getByRole('button', { name: 'Draft', exact: true })).toBeVisible();
  await reply(page).focus();
  await page.keyboard.press('Control+Shift+A');
  const block = suggestion(page);
  await expect(block.getByText(/suggested by gemini · based on 1 message/i)).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'The suggestion is ready.' })).toBeAttached();
  // what a sentence rests on, by key
  await block.getByText('thank you for telling us about the printer').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByText(QUESTION)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(block.getByText('A technician will come to you tomorrow morning.')).toContainText(
    'Not from your sources',
  );
  const { violations } = await new AxeBuilder({ page }).include('#composer').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

  await block.getByRole('button', { name: 'Insert', exact: true }).click();
  await expect(block).toBeHidden();
  await expect(reply(page)).toHaveText(/^Hello Carla.*thank you for telling us/);
  await expect(page.getByText('AI, not yet read')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('This is the suggestion word for word')).toBeVisible();
  expect((await (await page.request.get(`/api/tickets/${number}/`)).json()).messages).toHaveLength(1);
  await page.getByRole('button', { name: 'Go on writing' }).click();
  await reply(page).press('Control+End');
  await reply(page).pressSequentially(' Ada');
  await expect(page.getByText('AI, not yet read')).toBeHidden();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('article').getByText('tomorrow morning.')).toBeVisible();

  await page.getByRole('button', { name: 'Summarise for handover' }).click();
  await expect(page.getByRole('list', { name: 'Summary' }).getByRole('listitem')).toHaveCount(4);
  await page.getByRole('button', { name: 'Suggest topic, urgency, language' }).click();
  await page.getByRole('button', { name: 'Accept Urgency: High' }).click();
  await expect(page.getByRole('button', { name: 'Accept Urgency: High' })).toBeHidden();
  const after = await (await page.request.get(`/api/tickets/${number}/`)).json();
  expect(after.priority).toBe('HIGH');

  const admin = await openAs(browser, house, 'admin@switchboard.test');
  await admin.goto('/admin/ai');
  await expect(admin.getByText(/0 as they were, 1 after edits/)).toBeVisible();
  await admin.context().close();
});

test('a provider that asks to wait says so and leaves the text as it is', async ({ page, house }) => {
  await openTicket(page, house.password);
  await reply(page).fill('My own words');
  house.gemini!.mood = 'rate_limited';
  await page.getByRole('button', { name: 'Draft', exact: true }).click();
  await expect(suggestion(page).getByText('Rate limit, try in 7 s.')).toBeVisible();
  await expect(reply(page)).toHaveText('My own words');
});
