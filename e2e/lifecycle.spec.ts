import type { Page } from '@playwright/test';
import { expect, openAs, test } from './fixtures';

/** Calls the API as the person whose page it is. */
async function post<T>(page: Page, path: string, body: object): Promise<T> {
  return page.evaluate(
    async ([path, body]) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(path, { method: 'POST', headers, body });
      return answer.json();
    },
    [path, JSON.stringify(body)] as const,
  );
}
const file = (page: Page, subject: string, topic?: string) =>
  post<{ id: string; number: number }>(page, '/api/tickets/', {
    subject,
    description: `${subject} does not work`,
    topic,
  });
const message = (page: Page, text: string) =>
  page.getByRole('article').getByRole('article').filter({ hasText: text });
const row = (page: Page, subject: string) => page.getByRole('row').filter({ hasText: subject });

test('a ticket sleeps and wakes, two become one and two again, and one becomes two', async ({
  browser,
  house,
}) => {
  const carla = await openAs(browser, house, 'carla@example.test', { reducedMotion: 'reduce' });
  const admin = await openAs(browser, house, 'admin@switchboard.test', { reducedMotion: 'reduce' });
  await carla.goto('/requests');
  await admin.goto('/desk/all');
  const toaster = await file(carla, 'Toaster 4711', 'lifecycle-a');
  const kettle = await file(carla, 'Kettle 4712', 'lifecycle-b');

  await test.step('snooze until she answers; thanks leaves it asleep, a question wakes it', async () => {
    await admin.goto(`/desk/all/${toaster.number}`);
    await admin.getByRole('button', { name: 'Snooze' }).click();
    await admin.getByRole('menuitem', { name: 'Until the customer answers' }).click();
    await expect(admin.getByRole('article').getByText('Snoozed until the customer answers')).toBeVisible();
    await admin.goto(`/desk/snoozed/${toaster.number}`);
    await expect(row(admin, 'Toaster 4711')).toContainText('Snoozed until an answer');
    await post(carla, `/api/tickets/${toaster.number}/messages/`, { body: 'Thanks a lot!' });
    await expect(message(admin, 'Thanks a lot!')).toBeVisible();
    await expect(admin.getByText('The customer said thanks, so the ticket stayed as it was.')).toBeVisible();
    await post(carla, `/api/tickets/${toaster.number}/messages/`, { body: 'When will it be mended?' });
    await expect(admin.getByText('Snoozed until the customer answers', { exact: true })).toHaveCount(0);
    await expect(admin.getByText('The customer’s answer woke the ticket')).toBeVisible();
  });

  await test.step('merge: what was said stands in one, and she is led there; then back', async () => {
    await carla.goto(`/requests/${toaster.number}`);
    await admin.goto(`/desk/all/${toaster.number}`);
    await admin.getByRole('button', { name: 'More actions' }).click();
    await admin.getByRole('menuitem', { name: 'Merge into…' }).click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByRole('textbox').fill(String(kettle.number));
    await expect(dialog.getByText('Kettle 4712 · Carla')).toBeVisible();
    await dialog.getByRole('button', { name: 'Merge' }).click();
    await expect(admin).toHaveURL(new RegExp(`/${kettle.number}$`));
    await expect(message(admin, 'Toaster 4711 does not work')).toContainText(`from #${toaster.number}`);
    await expect(row(admin, 'Toaster 4711')).toHaveCount(0);
    await expect(carla).toHaveURL(new RegExp(`/requests/${kettle.number}$`));
    await expect(carla.getByText('Toaster 4711 does not work')).toBeVisible();
    await admin.goto(`/desk/all/${toaster.number}`);
    await expect(
      admin.getByText(`Merged into #${kettle.number}. The conversation goes on there.`),
    ).toBeVisible();
    await admin.getByRole('button', { name: 'Undo the merge' }).click();
    await expect(row(admin, 'Toaster 4711')).toBeVisible();
    await expect(carla.getByText('Toaster 4711 does not work')).toHaveCount(0);
  });

  await test.step('split: the question begins a ticket of its own', async () => {
    await admin.getByRole('button', { name: 'More actions' }).click();
    await admin.getByRole('menuitem', { name: 'Split off messages…' }).click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: /When will it be mended/ }).check();
    await dialog.getByRole('button', { name: 'Split 1 message' }).click();
    await expect(admin.getByText(`Split from #${toaster.number}`, { exact: true })).toBeVisible();
    await expect(message(admin, 'When will it be mended?')).toBeVisible();
    await expect(message(admin, 'Thanks a lot!')).toHaveCount(0);
  });
});
