import type { Browser, Page } from '@playwright/test';
import { expect, openAs, test } from './fixtures';
import type { House } from './house';

const CARLA = 'carla@example.test';
/** His place; how many wait before him is the other journeys' doing. */
const PLACE = /^You are (next|number \d+ in the queue)$/;

/** Leaves no agent a place, so that what is filed waits; answers what gives them theirs back. */
async function fillAgents(browser: Browser, house: House): Promise<() => Promise<void>> {
  const admin = await openAs(browser, house, 'admin@switchboard.test');
  const headers = { origin: house.url };
  const { results } = await (await admin.request.get('/api/users/?role=agent')).json();
  const agents = results as { id: string; capacity: number }[];
  const edit = async (id: string, capacity: number) =>
    expect((await admin.request.patch(`/api/users/${id}/`, { headers, data: { capacity } })).status()).toBe(
      200,
    );
  for (const { id } of agents) await edit(id, 0);
  return async () => {
    for (const { id, capacity } of agents) await edit(id, capacity);
    await admin.context().close();
  };
}

/** An open request is answered and solved; its customer says how the help was, by keyboard, and then otherwise. */
async function rate(page: Page, ada: Page, house: House): Promise<void> {
  const number = new URL(page.url()).pathname.split('/').at(-1)!;
  const answered = await ada.request.post(`/api/tickets/${number}/messages/`, {
    headers: { origin: house.url },
    data: { body: 'The branch has it and sends it to you.', status: 'RESOLVED' },
  });
  expect(answered.status()).toBe(201);
  const choice = page.getByRole('group', { name: 'How was our help?' });
  await choice.getByRole('radio', { name: 'Okay' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await expect(choice.getByRole('radio', { name: 'Good', exact: true })).toBeChecked();
  await page.getByLabel('What was good, what was not?').fill('Quick, once somebody looked.');
  await page.getByRole('button', { name: 'Send rating' }).click();
  await expect(page.getByText('Thank you. You said: Good')).toBeFocused();

  await ada.goto(`/desk/all/${number}`);
  await expect(ada.getByText('rated the help: Good').first()).toBeVisible();
  await page.getByRole('button', { name: 'Change' }).click();
  await choice.getByRole('radio', { name: 'Very good' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Save rating' }).click();
  await expect(page.getByText('Thank you. You said: Very good')).toBeFocused();
  // live, and what was written stays
  await expect(ada.getByText('changed the rating to: Very good').first()).toBeVisible();
  await expect(ada.getByText('Quick, once somebody looked.').first()).toBeVisible();
  await ada.context().close();
}

test('a request that was begun is offered again, says where it stands, is found before it is asked twice, and is rated', async ({
  browser,
  house,
}) => {
  const makeRoom = await fillAgents(browser, house);
  const first = await openAs(browser, house, CARLA);
  await first.goto('/requests/new');
  const subject = `Card was swallowed ${Date.now()}`;
  await first.getByLabel('Subject').fill(subject);
  await first.close();

  // another day, the same browser
  const page = await first.context().newPage();
  await page.goto('/requests');
  await expect(page.getByText(subject)).toBeVisible();
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await page.getByRole('link', { name: 'Go on writing' }).click();
  await expect(page.getByLabel('Subject')).toHaveValue(subject);
  await page.getByLabel('What is it about?').fill('The machine at the station kept it.');
  await page.getByRole('button', { name: 'Send request' }).click();
  await page.waitForURL(/\/requests\/\d+/);
  await expect(page.getByText(PLACE)).toBeVisible();
  await expect(page.getByText(/first answers came within/)).toBeVisible();

  await page.goto('/requests/new');
  const known = page.getByRole('region', { name: 'Is it about one of these?' });
  await known.getByRole('link', { name: subject }).click();
  await page.getByRole('button', { name: 'Mark as solved' }).click();
  await expect(page.getByText('Marked as solved')).toBeVisible();
  await expect(page.getByText(PLACE)).toBeHidden();
  await page.getByRole('button', { name: 'Reopen' }).click();
  await expect(page.getByText(PLACE)).toBeVisible();
  await rate(page, await openAs(browser, house, 'ada@switchboard.test'), house);
  await page.context().close();
  await makeRoom();
});

const ADMIN = [
  'people',
  'audit',
  'canned-replies?edit=new',
  'settings/hours',
  'settings/urgency',
  'reports',
].map((page) => `/admin/${page}`);

test('at 400 % zoom nothing has to be scrolled sideways', async ({ browser, house }) => {
  const screen = { viewport: { width: 320, height: 256 }, reducedMotion: 'reduce' } as const;
  const tooWide: string[] = [];
  for (const [who, paths] of [
    [null, ['/', '/sign-in', '/sign-up']],
    [CARLA, ['/requests', '/requests/new', '/account']],
    ['ada@switchboard.test', ['/desk/mine', '/desk/mine/1001', '/customers', '/replies']],
    ['admin@switchboard.test', ADMIN],
  ] as const) {
    const page = await openAs(browser, house, who, screen);
    for (const path of paths) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) tooWide.push(`${path} by ${over} px`);
    }
    await page.context().close();
  }
  expect(tooWide).toEqual([]);
});
