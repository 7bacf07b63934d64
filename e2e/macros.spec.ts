import type { Page } from '@playwright/test';
import { expect, signIn, test } from './fixtures';

/** A macro is looked at, taken, edited and sent; a gap in it holds it back; urgency sorts the list and says why. */
test('an agent answers what is urgent with a macro', async ({ browser, house }) => {
  const page = await (await browser.newContext({ baseURL: house.url })).newPage();
  await signIn(page, 'admin@switchboard.test', house.password);
  const post = async (path: string, data: object) => {
    // a program's request names no origin by itself, and a cookie's write needs one
    const answer = await page.request.post(`/api${path}`, { data, headers: { origin: house.url } });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer.json();
  };
  const file = (subject: string, description: string) =>
    post('/tickets/', { subject, description, customer: 'carla@example.test' });
  const macro = await post('/canned-replies/', {
    ...{ short_code: 'e2e-card', title: 'Card is blocked', folder: 'Cards' },
    bodies: { en: 'Hello {{customer.first_name|there}}, your card {{customer.email}} is blocked.' },
    actions: { priority: 'HIGH', status: 'WAITING_ON_CUSTOMER' },
  });
  await file('A calm question', 'How do I change my address?');
  const stolen = await file('Help with my card', 'It was stolen, and I fear identity theft.');

  await page.goto('/desk/all?sort=urgency&urgency=3');
  const row = page.getByRole('row').filter({ hasText: 'Help with my card' });
  await expect(row).toContainText('Critical');
  await expect(page.getByRole('row').filter({ hasText: 'A calm question' })).toHaveCount(0);
  await row.getByRole('link').click();
  await page.getByRole('button', { name: 'Urgency: Critical. Why?' }).click();
  await expect(page.getByRole('dialog', { name: 'Critical: why' })).toContainText(
    '“stolen”, “identity theft”',
  );
  await page.keyboard.press('Escape');

  const box = page.getByRole('textbox', { name: /^reply to/i });
  await box.pressSequentially('/e2e-ca');
  const preview = page.getByRole('region', { name: 'Preview of Card is blocked' });
  await expect(preview).toContainText('Hello Carla, your card carla@example.test is blocked.');
  await expect(preview).toContainText('Waiting on customer');
  expect(await priorityOf(page, stolen.id)).toBe('MEDIUM');
  await box.press('Enter');
  await expect(box).toHaveText('Hello Carla, your card carla@example.test is blocked.');
  await expect(page.getByText('Card is blocked, when you send:')).toContainText('Priority: High');

  // a gap is named, and filled in
  await box.fill('Hello Carla, your card {{ticket.subject}} is blocked.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: '{{ticket.subject}}' })).toBeVisible();
  await page.keyboard.type('of May');
  await expect(box).toHaveText('Hello Carla, your card of May is blocked.');
  await box.press('ControlOrMeta+Enter');
  // taken back, it is a macro's text still
  const told = page.getByRole('region', { name: /Notifications/ });
  await told.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(box).toHaveText('Hello Carla, your card of May is blocked.');
  await expect(page.getByText('Card is blocked, when you send:')).toContainText('Priority: High');
  await box.press('ControlOrMeta+Enter');
  await page.getByRole('button', { name: 'Send now' }).click();
  await expect(page.getByRole('log').or(page.locator('main'))).toContainText('your card of May is blocked.');
  await expect(page.getByRole('button', { name: 'Status: Waiting on customer' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Priority: High' })).toBeVisible();
  // an answer ends the hurry
  await expect(page.getByRole('button', { name: /^Urgency:/ })).toHaveCount(0);

  await page.request.delete(`/api/canned-replies/${macro.id}/`, { headers: { origin: house.url } });
  await page.context().close();
});

const priorityOf = async (page: Page, id: string): Promise<string> =>
  (await (await page.request.get(`/api/tickets/${id}/`)).json()).priority;
