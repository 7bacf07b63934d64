import type { Browser } from '@playwright/test';
import { AA, axe } from './axe';
import { expect, openAs } from './fixtures';
import type { House } from './house';

/**
 * A newcomer's first five minutes: in the lab he makes room, writes a mail, reads the answer and answers it, writes in
 * Messenger, rings up, and chats on a website while everybody who knows the language is full. At the desk each is where its language belongs.
 */
export async function newcomersTour(browser: Browser, house: House, staff: string): Promise<void> {
  const newcomer = await (await browser.newContext({ baseURL: house.url, locale: 'en-GB' })).newPage();
  const admin = await openAs(browser, house, 'admin@switchboard.test');
  const ask = async (method: 'get' | 'post' | 'patch', path: string, data?: object) => {
    const answer = await admin.request[method](`${staff}/api${path}`, {
      headers: { origin: staff },
      ...(data ? { data } : {}),
    });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer.json();
  };
  const { results } = (await ask('get', '/users/?role=agent')) as { results: { id: string; name: string }[] };
  const bruno = results.find(({ name }) => name === 'Bruno Rossi')!;

  await newcomer.goto('/');
  await newcomer.getByRole('link', { name: 'Play with it in the lab.' }).click();
  await newcomer.getByRole('button', { name: /^Solve the \d+ open tickets/ }).click();
  await expect(newcomer.getByText('Nothing waits')).toBeVisible();
  expect((await axe(newcomer).exclude('iframe').withTags(AA).analyze()).violations).toEqual([]);

  // a mail in German is Ada's, and goes back and forth
  const mailbox = newcomer.getByRole('region', { name: 'A customer’s mailbox' });
  await mailbox.getByRole('combobox', { name: 'Whose mailbox' }).click();
  await newcomer.getByRole('option', { name: 'Jonas Weber' }).click();
  await mailbox.getByRole('button', { name: 'Write' }).click();
  await expect(mailbox.getByLabel('Subject')).toHaveValue('Wo bleibt meine Bestellung?');
  await mailbox.getByRole('button', { name: 'Send' }).click();
  const ended = mailbox.getByText(/^Ticket #\d+, with Ada Bauer/);
  await expect(ended).toBeVisible();
  const number = Number(/#(\d+)/.exec((await ended.textContent())!)![1]);
  await ask('post', `/tickets/${number}/messages/`, { body: 'Sie kommt morgen.' });
  await mailbox.getByRole('button', { name: /Wo bleibt meine Bestellung/ }).click();
  await expect(mailbox.frameLocator('iframe').getByText('Sie kommt morgen.', { exact: true })).toBeVisible();
  await mailbox.getByLabel('Answer as jonas@example.test').fill('Wunderbar, vielen Dank!');
  await mailbox.getByRole('button', { name: 'Send by mail' }).click();
  await expect(mailbox.getByText('The mail is on its way')).toBeVisible();
  await admin.goto(`${staff}/desk/all/${number}`);
  await expect(admin.getByRole('article').last()).toContainText('Wunderbar, vielen Dank!');

  // a message in French is Chloé's, and her answer is on the telephone
  const phone = newcomer.getByRole('region', { name: 'Messenger on a phone' });
  await phone.getByRole('combobox', { name: 'Whose telephone' }).click();
  await newcomer.getByRole('option', { name: /^Amélie Laurent/ }).click();
  await phone.getByLabel('Message', { exact: true }).fill('Bonjour, avez-vous encore la lampe bleue ?');
  await phone.getByRole('button', { name: 'Send', exact: true }).click();
  // the example data has Messenger tickets of its own
  const written = async () =>
    (await ask('get', '/tickets/?channel=MESSENGER')).results.find(({ subject }: { subject: string }) =>
      subject.startsWith('Bonjour, avez-vous'),
    );
  await expect.poll(async () => (await written())?.assigned_agent_name).toBe('Chloé Martin');
  await ask('post', `/tickets/${(await written()).id}/messages/`, { body: 'Oui, il nous en reste deux.' });
  await expect(phone.getByText('Oui, il nous en reste deux.')).toBeVisible();

  // a call in German rings at Ada's desk, and she is put through
  const ada = await openAs(browser, house, 'ada@switchboard.test');
  await ada.goto(`${staff}/desk`);
  const telephone = newcomer.getByRole('region', { name: 'A telephone' });
  await telephone.getByRole('combobox', { name: 'Whose telephone' }).click();
  await newcomer.getByRole('option', { name: /^Jonas Weber/ }).click();
  await telephone.getByRole('button', { name: 'Call support' }).click();
  await expect(telephone).toContainText('Für Deutsch drücken Sie die 2');
  await telephone.getByRole('button', { name: 'Press 2' }).click();
  const ring = ada.getByRole('region', { name: /^Call from Jonas Weber/ });
  await expect(ring).toContainText('German');
  await ring.getByRole('button', { name: /^Accept/ }).click();
  await expect(telephone).toContainText('connected');
  await telephone.getByRole('button', { name: 'Hang up' }).click();
  await expect(ada.getByText(/^The call lasted 0:/).first()).toBeVisible();

  // a chat in Italian waits while the one who knows it is full, and is his when he has room
  await ask('patch', `/users/${bruno.id}/`, { capacity: 0 });
  const shop = newcomer.getByRole('region', { name: 'A website with the chat' });
  await shop.getByRole('combobox', { name: 'Who visits' }).click();
  await newcomer.getByRole('option', { name: 'Giulia Ferri' }).click();
  const page = shop.frameLocator('iframe');
  await page.getByRole('button', { name: 'Apri la chat' }).click();
  const chat = page.frameLocator('iframe');
  await chat.getByRole('button', { name: /^(Scrivici|Lascia) un messaggio/ }).click();
  await chat.getByLabel(/^Nome/).fill('Giulia');
  await chat.getByLabel('Messaggio').fill('Buongiorno, la mia lampada è arrivata rotta. Potete aiutarmi?');
  await chat.getByRole('button', { name: 'Invia' }).click();
  await expect(chat.getByRole('log').getByText(/è arrivata rotta/)).toBeVisible();
  await expect(newcomer.getByText('1 ticket waits for somebody free.')).toBeVisible();
  await ask('patch', `/users/${bruno.id}/`, { capacity: 4 });
  await expect(chat.getByRole('heading', { name: 'Bruno Rossi' })).toBeVisible();
  await expect(newcomer.getByText('Nothing waits')).toBeVisible();

  // a few of the busy hour, and where they ended
  await newcomer.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(newcomer.getByRole('row', { name: /^German/ })).toContainText('Ada Bauer', {
    timeout: 20_000,
  });
  await newcomer.getByRole('button', { name: 'Stop', exact: true }).click();
  await Promise.all([newcomer, ada, admin].map((page) => page.context().close()));
}
