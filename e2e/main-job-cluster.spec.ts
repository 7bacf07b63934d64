import { test } from './fixtures';
import { mainJob } from './main-job';

test.use({ kind: 'cluster' });

test('the main job across two web and two worker processes on Redis', async ({ browser, house }) => {
  await mainJob(browser, house, { customer: house.urls[0]!, staff: house.urls[1]! });
});
