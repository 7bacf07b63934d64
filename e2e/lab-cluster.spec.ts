import { test } from './fixtures';
import { newcomersTour } from './lab';

test.use({ kind: 'cluster' });

test('the newcomer’s tour across two web and two worker processes on Redis', ({ browser, house }) =>
  newcomersTour(browser, house, house.urls[1]!));
