import { expect, signIn, test } from './fixtures';

test('an admin reads why a number is what it is, and opens the tickets behind it', async ({
  page,
  house,
}) => {
  await signIn(page, 'admin@switchboard.test', house.password);
  await page.goto('/desk/all');
  await page.getByRole('link', { name: 'Reports' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Reports' })).toBeVisible();

  await page.goto('/admin/reports?range=90');
  await expect(page.getByRole('link', { name: /^New [1-9][\d,]*: open [1-9]\d* tickets$/ })).toBeVisible();
  await page.getByRole('button', { name: 'What Median first reply means' }).click();
  await expect(page.getByText(/first public reply by a person of the team/)).toBeVisible();
  await expect(page.getByText('Exact: measured ticket by ticket.')).toBeVisible();
  await page.keyboard.press('Escape');

  // the same data as a table; the backlog by age adds up to all of them
  const backlog = page.getByRole('region', { name: /unsolved tickets now, by age/ });
  const total = Number.parseInt((await backlog.getByRole('heading').textContent()) ?? '', 10);
  await backlog.getByRole('button', { name: 'Table' }).click();
  const cells = await backlog.getByRole('table').getByRole('cell').allTextContents();
  expect(cells.reduce((sum, cell) => sum + Number(cell), 0)).toBe(total);

  // a number opens exactly its tickets, under a chip that says what they are
  const doors = await backlog.getByRole('table').getByRole('link').all();
  const numbers = await Promise.all(doors.map(async (one) => Number(await one.textContent())));
  // one page of the list, so that it knows how many there are
  const counted = Math.max(...numbers.filter((n) => n < 50));
  const door = doors[numbers.indexOf(counted)]!;
  await door.click();
  await expect(page.getByRole('heading', { name: 'From the report' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Remove filter Unsolved now/ })).toBeVisible();
  const grid = page.getByRole('grid');
  await expect(grid.getByRole('row').first()).toBeVisible();
  expect(Number(await grid.getAttribute('aria-rowcount'))).toBe(counted);

  // and one of them tells how its time was counted
  await grid.getByRole('row').first().getByRole('link').click();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Explain its times' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Times of ticket/ })).toBeVisible();
  await expect(page.getByText(/Still running/).first()).toBeVisible();
});

test('what an agent solves is in the report at once, narrowed, compared and as CSV', async ({
  page,
  browser,
  house,
}) => {
  const agent = await browser.newContext({ baseURL: house.url });
  const desk = await agent.newPage();
  await signIn(desk, 'ada@switchboard.test', house.password);
  await desk.goto('/desk/mine');
  const mine = await desk.request.get('/api/tickets/?assignee=me&status=ASSIGNED,IN_PROGRESS&limit=1');
  const [ticket] = ((await mine.json()) as { results: { id: string }[] }).results;
  const solved = await desk.evaluate(async (id) => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ status: 'RESOLVED' });
    return (await fetch(`/api/tickets/${id}/set-status/`, { method: 'POST', headers, body })).status;
  }, ticket?.id);
  expect(solved).toBe(200);
  expect((await desk.request.get('/api/analytics/summary/')).status()).toBe(403);
  await agent.close();

  await signIn(page, 'admin@switchboard.test', house.password);
  await page.goto('/admin/reports?range=today');
  await expect(page.getByRole('link', { name: /^Solved [1-9]\d*: open/ })).toBeVisible();
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('combobox', { name: 'Agent' }).click();
  await page.getByRole('option', { name: 'Ada Bauer' }).click();
  await expect(page).toHaveURL(/agent=/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Remove filter Ada Bauer' })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Solved [1-9]\d*: open/ })).toBeVisible();
  const csv = await page.request.get(
    (await page.getByRole('link', { name: 'CSV of: By agent' }).getAttribute('href')) ?? '',
  );
  expect(await csv.text()).toMatch(/^agent,created,resolved,.*\nAda Bauer,/);
});
