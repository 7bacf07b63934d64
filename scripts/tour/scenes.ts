import type { Browser, Locator, Page } from 'playwright';
import type { House } from '@/e2e/house';
import { type Film, LEFT, RIGHT } from './film';
import { person } from './people';

/** As fast as somebody who knows what he wants to say, milliseconds a key. */
const TYPING = 22;
const CARLA = 'Carla, who needs help';
const ADA = 'Ada, agent';
const ALEX = 'Alex, admin';

/** What Ada adds to the house's own words. */
const ADDED = 'PS: Your account still has your old number. Could that be it?';

const moment = (page: Page, seconds = 1.2) => page.waitForTimeout(seconds * 1_000);

async function write(field: Locator, text: string): Promise<void> {
  await field.click();
  await field.pressSequentially(text, { delay: TYPING });
}

/** The main job with three people: asked, routed with its reason, answered live and by mail, solved. Returns its number. */
export async function playMainJob(browser: Browser, house: House, film: Film): Promise<string> {
  const carla = await person(browser, house, 'carla@example.test', { viewport: LEFT });
  const ada = await person(browser, house, 'ada@switchboard.test', { viewport: RIGHT });
  const alex = await person(browser, house, 'admin@switchboard.test', { viewport: RIGHT });
  await carla.goto('/requests');
  await ada.goto('/desk/mine?sort=newest');
  await alex.goto('/admin/people');
  await moment(alex);

  await film.card(
    'Switchboard',
    ['One request on its way through the house.', 'Three people, three browsers, real speed.'],
    4,
  );
  await film.show('left', carla);
  await makeRoom(film, alex);
  const number = await ask(film, carla, ada);
  await answer(film, carla, ada, number);
  await settle(film, carla, ada);
  await readMail(film, carla, alex, number);
  await lookAtReports(film, alex);
  await film.card('npm start', ['That is all it takes: no database server, no Redis, no Docker.'], 4);
  return number;
}

async function makeRoom(film: Film, alex: Page): Promise<void> {
  await film.say(CARLA, ALEX, 'The desk is full: 45 requests wait. Alex lets Ada take more.');
  await film.show('right', alex);
  film.roll();
  await moment(alex, 2);
  await alex.getByRole('link', { name: 'Ada Bauer' }).click();
  const tickets = alex.getByRole('group', { name: 'Limits' }).getByLabel('Tickets', { exact: true });
  await tickets.scrollIntoViewIfNeeded();
  await moment(alex);
  await tickets.fill('');
  await write(tickets, '60');
  await alex.getByRole('button', { name: 'Save', exact: true }).click();
  await alex.getByText('Ada Bauer was saved').waitFor();
  await moment(alex, 2);
  film.stop();
}

async function ask(film: Film, carla: Page, ada: Page): Promise<string> {
  await film.say(CARLA, ADA, 'What waited has come to Ada. Carla asks for help.');
  await film.show('right', ada);
  film.roll();
  await carla
    .getByRole('link', { name: /new request|ask/i })
    .first()
    .click();
  await write(carla.getByLabel('Subject'), 'The money has not arrived');
  await write(
    carla.getByLabel('What is it about?'),
    'Hello, my loan was approved this morning, but the money has not arrived yet. What can I do?',
  );
  await carla.getByRole('button', { name: 'Send request' }).click();
  await film.say(CARLA, ADA, 'It goes to somebody with room, and says why.');
  await carla.waitForURL(/\/requests\/\d+/);
  await ada.getByRole('row').filter({ hasText: 'The money has not arrived' }).getByRole('link').click();
  await ada.getByRole('textbox', { name: /^Reply to/ }).waitFor();
  await moment(ada, 3);
  return /\d+$/.exec(new URL(carla.url()).pathname)![0];
}

async function answer(film: Film, carla: Page, ada: Page, number: string): Promise<void> {
  await film.say(CARLA, ADA, 'A note stays in the house.');
  await ada.getByRole('tab', { name: 'Internal note' }).click();
  await write(
    ada.getByRole('textbox', { name: /internal note/i }),
    'Her account still has the old phone number.',
  );
  await ada.getByRole('button', { name: 'Add note' }).click();
  await moment(ada);
  await ada.getByRole('tab', { name: 'Reply' }).click();
  await suggest(film, ada);
  await film.say(CARLA, ADA, 'Carla sees that somebody is answering, and then the answer.');
  const reply = ada.getByRole('textbox', { name: /^Reply to/ });
  await reply.click();
  await reply.press('Control+End');
  await reply.pressSequentially(`\n\n${ADDED}`, { delay: TYPING });
  await ada.getByRole('button', { name: 'Send', exact: true }).click();
  await carla.getByText(ADDED).waitFor();
  await moment(carla, 2);
  await film.say(CARLA, ADA, `Both look at the same request, #${number}.`);
  await write(carla.getByLabel('Your answer'), 'Yes, that was it. It just arrived, thank you!');
  await carla.getByRole('button', { name: 'Send', exact: true }).click();
  await ada.getByRole('article').getByText('It just arrived').waitFor();
  await moment(ada, 2);
}

async function suggest(film: Film, ada: Page): Promise<void> {
  await film.say(CARLA, ADA, 'Without an AI key, drafts come from the house’s own answers, and say so.');
  await ada.getByRole('button', { name: 'Suggest from your answers' }).click();
  const suggestion = ada.getByRole('region', { name: 'Suggestion' });
  await suggestion.getByText('From your answers, no AI').waitFor();
  await moment(ada, 4);
  await suggestion.getByRole('button', { name: 'Insert', exact: true }).click();
  await moment(ada);
}

async function settle(film: Film, carla: Page, ada: Page): Promise<void> {
  await film.say(CARLA, ADA, 'Solved, on both screens.');
  await ada.getByRole('button', { name: /^Status:/ }).click();
  await moment(ada, 0.6);
  await ada.getByRole('menuitemradio', { name: 'Resolved' }).click();
  await carla.getByText('Solved').first().waitFor();
  await moment(carla, 2.5);
  film.stop();
}

async function readMail(film: Film, carla: Page, alex: Page, number: string): Promise<void> {
  await carla.goto('/mailbox');
  await alex.goto(`/desk/resolved/${number}`);
  await alex.getByText(ADDED).first().waitFor();
  await film.say(
    'What Carla got by mail',
    ALEX,
    'Every answer also left as a mail; who did what stands in the ticket.',
  );
  await film.show('left', carla);
  await film.show('right', alex);
  film.roll();
  await moment(carla, 2);
  // newest first: that it is solved, then the answer
  const mails = carla.getByRole('button', { name: /The money has not arrived/ });
  await mails.filter({ hasText: 'carla@' }).nth(1).click();
  // the formatted mail lies in a sandboxed frame, which the screencast does not see
  await carla.getByText('Plain text').click();
  await carla.getByText(ADDED).first().waitFor();
  await moment(carla, 4);
  film.stop();
}

async function lookAtReports(film: Film, alex: Page): Promise<void> {
  await alex.goto('/admin/reports?range=30');
  await alex.getByRole('heading', { level: 1, name: 'Reports' }).waitFor();
  await alex.waitForLoadState('networkidle');
  await film.say(
    'What Carla got by mail',
    ALEX,
    'The reports have counted it already. Every number opens its tickets.',
  );
  await film.show('right', alex);
  film.roll();
  await moment(alex, 3);
  await alex.mouse.move(RIGHT.width - 24, RIGHT.height / 2);
  for (let step = 0; step < 12; step++) {
    await alex.mouse.wheel(0, 60);
    await moment(alex, 0.15);
  }
  await moment(alex, 3);
  film.stop();
}
