import type { Page } from '@playwright/test';
import { AA, axe } from './axe';
import { expect, openAs, signIn, test } from './fixtures';

// the longest file, and its journeys only look: all workers share them
test.describe.configure({ mode: 'parallel' });

test('the 100 real messages stand in the inbox as 57 conversations, given out up to capacity', async ({
  page,
  house,
}) => {
  await signIn(page, 'admin@switchboard.test', house.password);
  const open = 'OPEN,ASSIGNED,IN_PROGRESS,WAITING_ON_CUSTOMER';
  const list = await page.request.get(`/api/tickets/?status=${open}&sort=oldest&limit=100`);
  const { results } = (await list.json()) as { results: { number: number; assigned_agent: string | null }[] };
  // other journeys in this house have filed more since
  const real = results.filter(({ number }) => number <= 1057);
  expect([real.length, real.filter((one) => one.assigned_agent === null).length]).toEqual([57, 45]);
  await page.goto('/desk/unassigned?sort=oldest');
  await page.getByRole('row').first().getByRole('link').click();
  await expect(page.getByText(/3 agents online, none has room/).first()).toBeVisible();
  await page.goto('/desk/all?q=customer+208');
  await expect(page.getByRole('row').filter({ hasText: 'Customer 208' }).first()).toBeVisible();
});

/** Every page by who sees it. `{ada}` and `{carla}` stand for their ids. */
const pages: { who: string | null; paths: string[] }[] = [
  { who: null, paths: ['/', '/sign-in', '/sign-up', '/mailbox'] },
  { who: 'carla@example.test', paths: ['/requests', '/requests?q=loan', '/requests/new', '/account'] },
  {
    who: 'ada@switchboard.test',
    paths: [
      '/desk/mine',
      '/desk/mine/1001',
      '/desk/search?q=loan',
      '/customers',
      '/customers/{carla}',
      '/replies',
    ],
  },
  {
    who: 'admin@switchboard.test',
    paths: [
      '/admin/people',
      '/admin/people/{ada}',
      '/admin/teams',
      '/admin/topics',
      '/admin/canned-replies',
      '/admin/canned-replies?edit=new',
      '/admin/settings/urgency',
      '/admin/reports',
      '/admin/reports/coverage',
      '/admin/reports/1001',
    ],
  },
  {
    who: 'admin@switchboard.test',
    paths: [
      '/admin/ai',
      '/admin/audit',
      '/admin/data/import',
      '/admin/data/export',
      '/admin/developers',
      '/admin/settings/general',
      '/admin/settings/tickets',
      '/admin/settings/routing',
      '/admin/settings/hours',
      '/admin/system',
    ],
  },
];

for (const { who, paths } of pages) {
  test(`${paths.join(' ')}: accessible in light and dark, without an error on the console`, async ({
    browser,
    house,
  }) => {
    const page = await openAs(browser, house, who, { colorScheme: 'light', reducedMotion: 'reduce' });
    expect(await faultsOn(page, paths)).toEqual([]);
    await page.context().close();
  });
}

/** What everybody sees most, by who sees it. */
const mainPages: typeof pages = [
  { who: null, paths: ['/', '/sign-in'] },
  { who: 'carla@example.test', paths: ['/requests/new', '/account'] },
  { who: 'ada@switchboard.test', paths: ['/desk/mine/1001'] },
  { who: 'admin@switchboard.test', paths: ['/admin/reports', '/admin/topics'] },
];

test('the main pages in Arabic: from right to left, accessible in light and dark, without an error on the console', async ({
  browser,
  house,
}) => {
  const faults: string[] = [];
  for (const { who, paths } of mainPages) {
    const page = await openAs(browser, house, who, { colorScheme: 'light', reducedMotion: 'reduce' });
    await page.context().addCookies([{ name: 'locale', value: 'ar', url: house.url }]);
    faults.push(...(await faultsOn(page, paths)));
    await expect(page.locator('html[lang="ar"][dir="rtl"]')).toBeAttached();
    await page.context().close();
  }
  expect(faults).toEqual([]);
});

/** What the browser's console and axe have to say about each page; between light and dark only colours differ. */
async function faultsOn(page: Page, paths: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  for (const path of paths) {
    await page.goto(await withId(page, path));
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
    await page.waitForLoadState('networkidle');
    const light = await axe(page).withTags(AA).analyze();
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(page.locator('html')).toHaveClass(/dark/);
    const dark = await axe(page).withRules(['color-contrast']).analyze();
    await page.emulateMedia({ colorScheme: 'light' });
    for (const { id, nodes } of [...light.violations, ...dark.violations])
      faults.push(`${path} ${id}: ${nodes[0]?.html}`);
  }
  return faults;
}

async function withId(page: Page, path: string): Promise<string> {
  const [, name] = /\{(\w+)\}/.exec(path) ?? [];
  if (!name) return path;
  const list = path.startsWith('/customers') ? '/api/customers/' : '/api/users/';
  const { results } = await (await page.request.get(`${list}?q=${name}`)).json();
  return path.replace(`{${name}}`, results[0].id);
}
