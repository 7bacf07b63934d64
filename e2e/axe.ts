import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * Axe for a page without frames. Only violations are worked out, and in the page itself: what passes, and a second
 * page to put frames together in, are two thirds of its time.
 */
export const axe = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true);

/** What WCAG 2.2 AA asks for. */
export const AA = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
