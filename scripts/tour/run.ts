import { chromium } from 'playwright';
import { withHouse } from '@/e2e/house';
import { findChromium } from '../test/programs.mjs';
import { Film } from './film';
import { takePictures, takeSetupPicture } from './pictures';
import { playMainJob } from './scenes';

/** A fresh demo of its own, the main job filmed in it, then the pictures of what is there afterwards. */
const executablePath = (await findChromium()) ?? undefined;
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
});
try {
  await withHouse('demo', async (house) => {
    const film = await Film.open(browser);
    const number = await playMainJob(browser, house, film);
    const { file, seconds, megabytes } = await film.finish('docs/tour.mp4');
    console.log(`${file}: ${Math.round(seconds)} s, ${megabytes.toFixed(1)} MB`);
    await takePictures(browser, house, number);
  });
  await withHouse('empty', (house) => takeSetupPicture(browser, house));
} finally {
  await browser.close();
}
process.exit(0);
