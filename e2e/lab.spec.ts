import { test } from './fixtures';
import { newcomersTour } from './lab';

// it solves what is open, which other journeys count on
test.use({ kind: 'alone' });

test('the newcomer’s tour of the lab', ({ browser, house }) => newcomersTour(browser, house, house.url));
