import AxeBuilder from '@axe-core/playwright';
import { expect, openAs, signIn, test } from './fixtures';

test('the 100 real messages stand in the inbox as 57 conversations, given out up to capacity', async ({
  page,
  house,
}) => {
  await signIn(page, 'admin@switchboard.test', house.password);
  const views = await page.request.get('/api/views/');
  const { results } = (await views.json()) as { results: { key: string; count: number }[] };
  const count = (key: string) => results.find((view) => view.key === key)?.count;
  expect([count('all'), count('unassigned')]).toEqual([57, 45]);
  await page.goto('/desk/unassigned?sort=oldest');
  await page.getByRole('row').first().getByRole('link').click();
  await expect(page.getByText(/3 agents online, none has room/).first()).toBeVisible();
  await page.goto('/desk/all?q=customer+208');
  await expect(page.getByRole('row').filter({ hasText: 'Customer 208' }).first()).toBeVisible();
});

const routes = [
  { who: null, path: '/' },
  { who: null, path: '/sign-in' },
  { who: null, path: '/sign-up' },
  { who: null, path: '/mailbox' },
  { who: 'carla@example.test', path: '/requests' },
  { who: 'carla@example.test', path: '/requests/new' },
  { who: 'carla@example.test', path: '/account' },
  { who: 'ada@switchboard.test', path: '/desk/mine' },
  { who: 'ada@switchboard.test', path: '/desk/mine/1001' },
  { who: 'ada@switchboard.test', path: '/desk/search?q=loan' },
  { who: 'ada@switchboard.test', path: '/customers' },
  { who: 'carla@example.test', path: '/requests?q=loan' },
  { who: 'admin@switchboard.test', path: '/admin/people' },
  { who: 'admin@switchboard.test', path: '/admin/reports' },
];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const { who, path } of routes) {
    test(`${path} is accessible in ${colorScheme}, without an error on the console`, async ({
      browser,
      house,
    }) => {
      const page = await openAs(browser, house, who, { colorScheme, reducedMotion: 'reduce' });
      const errors: string[] = [];
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
      await page.waitForLoadState('networkidle');
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html}`)).toEqual([]);
      expect(errors).toEqual([]);
      await page.context().close();
    });
  }
}
