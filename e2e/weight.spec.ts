import { gzipSync } from 'node:zlib';
import { expect, openAs, test } from './fixtures';

const CARLA = 'carla@example.test';
const ADA = 'ada@switchboard.test';

/**
 * JavaScript that a page names, compressed, in kB of 1024 bytes. React and Next alone are 129 of them. What menus,
 * dialogs, the search's list, an open ticket and the editor need comes later and is none of it.
 */
for (const { who, path, most } of [
  { who: CARLA, path: '/requests', most: 174 },
  { who: CARLA, path: '/requests/new', most: 178 },
  { who: ADA, path: '/desk/all', most: 250 },
])
  test(`${path} loads little JavaScript at first`, async ({ browser, house }) => {
    const page = await openAs(browser, house, who);
    // what only browsers without modules load is not loaded
    const html = (await (await page.request.get(path)).text()).replace(/<script[^>]*nomodule[^>]*>/gi, '');
    const scripts = new Set([...html.matchAll(/\/_next\/static\/[^"'\\]+\.js/g)].map(([address]) => address));
    expect(scripts.size).toBeGreaterThan(5);
    const sizes = await Promise.all(
      [...scripts].map(async (address) => gzipSync(await (await page.request.get(address)).body()).length),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0) / 1024).toBeLessThan(most);
    await page.context().close();
  });
