import type { Page } from '@playwright/test';
import { AA, axe } from './axe';
import { expect, readMail, test } from './fixtures';

test.use({ kind: 'empty' });

// the second journey goes on in the house that the first has set up
test.describe.configure({ mode: 'serial' });

const THREE_MINUTES = 180_000;

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await axe(page).withTags(AA).analyze();
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`)).toEqual([]);
}

test('an admin sets up an empty house, invites somebody, looks at example data in lists and charts and takes it out again', async ({
  page,
  house,
}) => {
  const began = Date.now();
  await page.goto(house.setupPath!);
  await page.getByLabel('Name of your helpdesk').fill('Lakeside Loans');
  await page.getByLabel('Your name').fill('Ruth Weber');
  await page.getByLabel('E-mail address').fill('ruth@example.test');
  await page.getByLabel('New password', { exact: true }).fill('a-password-for-ruth');
  await page.getByRole('button', { name: 'Create my account' }).click();

  await expect(page.getByRole('heading', { name: 'How do customers reach you?' })).toBeVisible();
  await expect(page.getByText(house.url, { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Send me a test mail' }).click();
  await expect(page.getByText('Sent and caught here')).toBeVisible();
  expect((await readMail(page.request, 'ruth@example.test')).subject).toMatch(/^Test mail from/);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Continue' }).click();

  // one of the two is mistyped: it is told beside it, and the other has been sent
  await page.getByLabel('E-mail address 1').fill('anna.schmidt@example.test');
  await page.getByLabel('E-mail address 2').fill('bert');
  await page.getByRole('button', { name: 'Send 2 invitations' }).click();
  await expect(page.getByText('This is not a complete e-mail address.')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('E-mail address 2').fill('bert@example.test');
  await page.getByRole('button', { name: 'Send one invitation' }).click();
  await expect(page.getByRole('heading', { name: 'Something to look at' })).toBeVisible();
  expect((await readMail(page.request, 'anna.schmidt@example.test')).text).toContain('/invitation#');
  await readMail(page.request, 'bert@example.test');

  // he leaves and comes back
  await page.goto('/desk');
  await expect(page.getByRole('region', { name: 'First steps' }).getByText('1 of 4')).toBeVisible();
  await page.goto('/setup?step=4');
  await page.getByRole('button', { name: 'Load example data' }).click();
  await expect(page.getByText(/\d+ example tickets and \d+ example people are here/)).toBeVisible();
  await page.getByRole('link', { name: 'Go to the desk' }).click();
  await page.goto('/desk/unassigned?sort=oldest');
  await expect(page.getByRole('row').first()).toBeVisible();
  await seeCharts(page);
  expect(Date.now() - began).toBeLessThan(THREE_MINUTES);
  await page.goto('/desk/unassigned?sort=oldest');

  await practise(page);
  await page.goto('/admin/system');
  await page.getByRole('button', { name: 'Remove the example data' }).click();
  await page.getByRole('button', { name: 'Remove them' }).click();
  await expect(page.getByText('The example data is gone.')).toBeVisible();
  await expect(page.getByText('One ticket stayed because somebody real has worked on it.')).toBeVisible();
  await page.goto('/desk/all');
  await expect(page.getByRole('row')).toHaveCount(1);
});

/** The charts of the last thirty days live: as many bars of new and of solved tickets as there were days of work. */
async function seeCharts(page: Page): Promise<void> {
  await page.goto('/admin/reports');
  await expect(page.getByRole('link', { name: /^New [1-9][\d,]*: open/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Solved [1-9][\d,]*: open/ })).toBeVisible();
  const volume = page.getByRole('figure', { name: /^New and solved tickets/ });
  const drawn = volume.locator('.recharts-bar-rectangle path');
  await expect(drawn.first()).toBeAttached();
  const heights = await drawn.evaluateAll((bars) =>
    bars.map((bar) => (bar as SVGPathElement).getBBox().height),
  );
  expect(heights.filter((height) => height > 4).length).toBeGreaterThan(40);
  expect(Math.max(...heights)).toBeGreaterThan(100);
}

/** Answers an example ticket: the list of first steps knows, and the ticket will stay. */
async function practise(page: Page): Promise<void> {
  await page.getByRole('row').first().getByRole('link').click();
  await page.getByRole('textbox', { name: /^Reply to/ }).fill('Thank you, I look into it.');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(
    page.getByRole('article').getByRole('article').filter({ hasText: 'I look into it' }),
  ).toBeVisible();
  await page.reload();
  const steps = page.getByRole('region', { name: 'First steps' });
  await expect(steps.getByText('2 of 4')).toBeVisible();
  await steps.getByRole('button', { name: 'Hide the first steps' }).click();
  await expect(steps).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('link', { name: 'People' })).toBeVisible();
  await expect(steps).toHaveCount(0);
}

test('the system page finds everything well, and the queues are open to admins alone', async ({
  page,
  house,
  browser,
}) => {
  await page.goto('/sign-in');
  await page.getByLabel(/^e-?mail/i).fill('ruth@example.test');
  await page.getByLabel(/^password/i).fill('a-password-for-ruth');
  await page.getByRole('button', { name: /^sign in$/i }).click();
  await page.waitForURL(/desk/);
  await page.goto('/admin/system');
  await expect(page.getByText('Everything works')).toBeVisible();
  await expect(page.getByText(/^\d+ ms from a recorded fact/)).toBeVisible();
  await expectAccessible(page);

  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto('/admin/queues');
  await expect(page.getByRole('link', { name: 'routing' }).first()).toBeVisible();
  expect(errors).toEqual([]);
  const pause = '/admin/queues/api/queues/mail/pause';
  expect((await page.request.put(pause, { headers: { origin: 'https://elsewhere.example' } })).status()).toBe(
    405,
  );
  expect((await page.request.put(pause)).status()).toBe(405);
  const anybody = await browser.newContext({ baseURL: house.url });
  for (const path of ['/admin/queues', '/admin/queues/api/queues', '/admin/queues/static/favicon.ico'])
    expect((await anybody.request.get(path)).status(), path).toBe(404);
  await anybody.close();
});
