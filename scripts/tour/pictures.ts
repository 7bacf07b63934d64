import path from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright';
import type { House } from '@/e2e/house';
import { person } from './people';

interface Picture {
  name: string;
  who: string;
  at: (number: string) => string;
  look: BrowserContextOptions;
}

const CARLA = 'carla@example.test';
const ADA = 'ada@switchboard.test';
const ADMIN = 'admin@switchboard.test';
const wide = { viewport: { width: 1440, height: 900 } };
const page = { viewport: { width: 1024, height: 640 } };

/** The README's pictures, of real screens of a demo in which the main job has just been done. */
const PICTURES: readonly Picture[] = [
  { name: 'desk-light', who: ADA, at: (number) => `/desk/resolved/${number}`, look: wide },
  { name: 'desk-dark', who: ADA, at: () => '/desk/mine/1001', look: { ...wide, colorScheme: 'dark' } },
  {
    name: 'request-light',
    who: CARLA,
    at: (number) => `/requests/${number}`,
    look: { viewport: { width: 1024, height: 900 } },
  },
  { name: 'people-light', who: ADMIN, at: () => '/admin/people', look: page },
  {
    name: 'system-light',
    who: ADMIN,
    at: () => '/admin/system',
    look: { viewport: { width: 1024, height: 860 } },
  },
  { name: 'desk-phone', who: ADA, at: () => '/desk/mine', look: { viewport: { width: 390, height: 780 } } },
];

export async function takePictures(browser: Browser, house: House, number: string): Promise<void> {
  for (const { name, who, at, look } of PICTURES) {
    const open = await person(browser, house, who, look);
    await open.goto(at(number));
    await open.waitForLoadState('networkidle');
    await open.waitForTimeout(1_000);
    await open.screenshot({ path: path.resolve('docs', 'pictures', `${name}.png`) });
    await open.context().close();
    console.log(`docs/pictures/${name}.png`);
  }
}
