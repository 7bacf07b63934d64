import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, signIn, test } from './fixtures';

const ASK = 'My printer shows error 123 and prints nothing any more, what shall I do?';

/** A ticket of Carla's, opened at the agent's desk; filed by him so that it is his. */
async function openTicket(page: Page, password: string): Promise<number> {
  await signIn(page, 'ada@switchboard.test', password);
  // a program's request names no origin by itself, and a cookie's write needs one
  const headers = { origin: new URL(page.url()).origin };
  const { id: ada } = await (await page.request.get('/api/me/')).json();
  const filed = await page.request.post('/api/tickets/', {
    headers,
    data: { subject: 'Printer error', description: ASK, customer: 'carla@example.test' },
  });
  const { id, number } = await filed.json();
  await page.request.post(`/api/tickets/${id}/assign/`, { headers, data: { assigned_agent: ada } });
  await page.goto(`/desk/mine/${number}`);
  await expect(page.getByRole('heading', { name: 'Printer error' }).first()).toBeVisible();
  return number;
}
const suggestion = (page: Page) => page.getByRole('region', { name: 'Suggestion' });
const reply = (page: Page) => page.getByRole('textbox', { name: /^reply to/i });

test.describe('with a model', () => {
  test.use({ gemini: true });

  test('a draft with its sources is taken, sent only on purpose, and stands in the ledger', async ({
    page,
    house,
  }) => {
    const number = await openTicket(page, house.password);
    await reply(page).focus();
    await page.keyboard.press('Control+Shift+A');
    const block = suggestion(page);
    await expect(block.getByText(/suggested by gemini · based on 1 message/i)).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: 'The suggestion is ready.' })).toBeAttached();
    // what a sentence rests on, by key
    await block.getByText('thank you for telling us about the printer').focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').getByText(ASK)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(block.getByText('A technician will come to you tomorrow morning.')).toContainText(
      'Not from your sources',
    );
    const { violations } = await new AxeBuilder({ page }).include('#composer').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

    await block.getByRole('button', { name: 'Insert', exact: true }).click();
    await expect(block).toBeHidden();
    await expect(reply(page)).toHaveValue(/^Hello Carla.*\n\nthank you for telling us/);
    await expect(page.getByText('AI, not yet read')).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('This is the suggestion word for word')).toBeVisible();
    expect((await (await page.request.get(`/api/tickets/${number}/`)).json()).messages).toHaveLength(1);
    await page.getByRole('button', { name: 'Go on writing' }).click();
    await reply(page).press('End');
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

    await page.context().clearCookies();
    await signIn(page, 'admin@switchboard.test', house.password);
    await page.goto('/admin/ai');
    await expect(page.getByText(/0 as they were, 1 after edits/)).toBeVisible();
  });

  test('a provider that asks to wait says so and leaves the text as it is', async ({ page, house }) => {
    await openTicket(page, house.password);
    await reply(page).fill('My own words');
    house.gemini!.mood = 'rate_limited';
    await page.getByRole('button', { name: 'Draft', exact: true }).click();
    await expect(suggestion(page).getByText('Rate limit, try in 7 s.')).toBeVisible();
    await expect(reply(page)).toHaveValue('My own words');
  });
});

test('without a key the same button suggests from the house’s own answers', async ({ page, house }) => {
  await openTicket(page, house.password);
  await page.getByRole('button', { name: 'Suggest from your answers' }).click();
  await expect(suggestion(page).getByText('From your answers, no AI')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Summarise for handover' })).toHaveCount(0);
  await suggestion(page).getByRole('button', { name: 'Discard' }).first().click();
  await expect(suggestion(page)).toBeHidden();
});
