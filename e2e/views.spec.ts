import { expect, openAs, test } from './fixtures';

test('a list becomes a view, its count follows, and many tickets are acted on and put back', async ({
  browser,
  house,
}) => {
  const page = await openAs(browser, house, 'admin@switchboard.test');
  const headers = { origin: house.url };
  const tag = `fire-${Date.now()}`;
  const answer = async (path: string, data: object, method: 'post' | 'patch' = 'post') => {
    const response = await page.request[method](`/api${path}`, { data, headers });
    expect(response.ok(), `${method} ${path}: ${response.status()}`).toBe(true);
    return response.json();
  };
  await page.goto('/desk/all');
  const { results } = await (await page.request.get('/api/customers/')).json();
  const file = async (subject: string) => {
    const ticket = await answer('/tickets/', { subject, description: 'Smoke.', customer: results[0].id });
    await answer(`/tickets/${ticket.id}/`, { add_tags: [tag] }, 'patch');
    return ticket as { id: string; number: number };
  };
  // closed, it stays with her
  const { results: people } = await (await page.request.get('/api/users/?role=agent&q=Ada')).json();
  const closed = await file('Old fire');
  await answer(`/tickets/${closed.id}/assign/`, { assigned_agent: people[0].id });
  for (const status of ['RESOLVED', 'CLOSED']) await answer(`/tickets/${closed.id}/set-status/`, { status });
  await file('First fire');

  // everything with the tag, solved or not: saved as a view of one's own
  await page.goto(`/desk/all?status=&tag=${tag}`);
  await expect(page.getByRole('grid').getByRole('row')).toHaveCount(2);
  await page.getByRole('button', { name: 'Save as view…' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill(`Fires ${tag}`);
  await page.getByRole('button', { name: 'Save view' }).click();
  const link = page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: `Fires ${tag}` });
  await expect(link).toHaveAttribute('aria-current', 'page');
  await expect(link).toContainText('2');
  await file('Second fire');
  await expect(link).toContainText('3', { timeout: 10_000 });

  await page.reload();
  const rows = page.getByRole('grid').getByRole('row');
  await expect(rows).toHaveCount(3);
  await rows.first().getByRole('link').focus();
  await page.keyboard.press('Control+a');
  const bar = page.getByRole('region', { name: 'Selected tickets' });
  await expect(bar).toContainText('3 selected');
  await bar.getByRole('combobox', { name: 'Assign' }).click();
  await page.getByRole('option', { name: /\(you\)/ }).click();
  await expect(page.getByText('2 updated, 1 failed').first()).toBeVisible();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  const report = page.getByRole('dialog');
  await expect(report).toContainText(`#${closed.number}`);
  await expect(report).toContainText('It is closed and stays with whom it is.');
  await report.getByRole('button', { name: 'Undo the 2 that were updated' }).click();
  await expect(page.getByText('2 tickets are as they were')).toBeVisible();

  await test.step('two of them become one, and Z parts them again', async () => {
    const fires = rows.filter({ hasText: /(First|Second) fire/ });
    for (const n of [0, 1]) await fires.nth(n).getByRole('checkbox').click();
    await bar.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Merge…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Merge 2 tickets into one' });
    await expect(dialog.getByRole('radio', { name: /First fire/ })).toBeChecked();
    await dialog.getByRole('button', { name: 'Merge' }).click();
    await expect(fires).toHaveCount(1);
    await page.keyboard.press('z');
    await expect(fires).toHaveCount(2);
  });

  await test.step('what is done to one ticket is put back by Z as well', async () => {
    await rows.filter({ hasText: 'First fire' }).getByRole('link').click();
    const priority = page.getByRole('article').getByRole('button', { name: /^Priority/ });
    await expect(priority).toHaveText('Medium');
    await page.keyboard.press('p');
    await page.getByRole('option', { name: 'Urgent' }).click();
    await expect(priority).toHaveText('Urgent');
    await expect(page.getByText(/^#\d+ updated$/)).toBeVisible();
    await page.keyboard.press('z');
    await expect(priority).toHaveText('Medium');
  });

  await page.context().close();
});
