import { test } from './fixtures';
import { mainJob } from './main-job';

test('the main job, from sign-up to solved, in four browsers', async ({ browser, house }) => {
  await mainJob(browser, house, { customer: house.url, staff: house.url });
});
