import { createHmac } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { AA, axe } from './axe';
import { expect, openAs, readMail, test } from './fixtures';
import type { House } from './house';
import { pageWith, startWebsite } from './website';

const ADMIN = 'admin@switchboard.test';
const WANDA = 'wanda@switchboard.test';

interface Tickets {
  results: { id: string; number: number }[];
}

/** One agent for a language of her own, who takes what she wants: nobody else's work comes to her, nor hers to them. */
async function hireWanda(browser: Browser, house: House, admin: Page): Promise<Page> {
  const headers = { origin: house.url };
  const data = { name: 'Wanda Web', email: WANDA, role: 'agent', languages: ['ia'], capacity: 0 };
  await admin.request.post('/api/users/', { headers, data });
  const mail = await readMail(admin.request, WANDA);
  const wanda = await (await browser.newContext({ baseURL: house.url })).newPage();
  await wanda.goto(/https?:\S+\/invitation#\S+/.exec(mail.text)![0].replace(/^https?:\/\/[^/]+/, ''));
  await wanda.getByLabel(/^New password/).fill('a staple of horses');
  await wanda.getByRole('button', { name: 'Set password and sign in' }).click();
  await wanda.waitForURL(/\/desk/);
  await wanda.request.patch('/api/me/availability/', { headers, data: { intent: 'online' } });
  return wanda;
}

test('a visitor asks on a website, an agent answers at the desk, both see the other write; a reload goes on, it ends and is rated', async ({
  browser,
  house,
}) => {
  const admin = await openAs(browser, house, ADMIN);
  const wanda = await hireWanda(browser, house, admin);
  const pages: Record<string, string> = {};
  const website = await startWebsite(pages, house.url);
  const context = await browser.newContext();
  try {
    // the admin adds the website, and copies the line
    await admin.goto('/admin/channels/chat');
    await admin.getByRole('button', { name: 'Add a website' }).click();
    const dialog = admin.getByRole('dialog', { name: 'New website' });
    await dialog.getByLabel('Name').fill('Shop');
    await dialog.getByLabel('Addresses').fill(`${website.origin}/some/page`);
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(admin.getByText('Waiting for the first page view.')).toBeVisible();
    const line = (await admin.getByText(/^<script defer/).textContent())!;
    const { results } = (await (await admin.request.get('/api/channels/chat/')).json()) as {
      results: { id: string; key: string; origins: string[] }[];
    };
    const made = results.find(({ key }) => line.includes(key))!;
    expect(made.origins).toEqual([website.origin]);
    const headers = { origin: house.url };
    await admin.request.patch(`/api/channels/chat/${made.id}/`, { headers, data: { languages: ['ia'] } });
    pages['/'] = pageWith(house.url, made.key);

    // the visitor opens it, and asks
    const visitor = await context.newPage();
    const faults: string[] = [];
    visitor.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await visitor.goto(website.origin);
    const launcher = visitor.getByRole('button', { name: 'Open the chat' });
    await expect(launcher).toHaveAttribute('aria-expanded', 'false');
    expect(visitor.frames()).toHaveLength(1);
    await launcher.click();
    const chat = visitor.frameLocator('iframe');
    await chat.getByRole('button', { name: /^(Send us|Leave) a message/ }).click();
    await chat.getByLabel(/^Name/).fill('Vera Visitor');
    await chat.getByLabel(/^E-mail/).fill('vera@example.test');
    await chat.getByLabel('Message').fill('Ubi es mi pacchetto?');
    await chat.getByRole('button', { name: 'Send' }).click();
    const log = chat.getByRole('log');
    await expect(log.getByText('Ubi es mi pacchetto?')).toBeVisible();
    await expect(admin.getByText('It works.')).toBeVisible();

    // he knows his place; she takes it, and he sees who it is
    await expect(chat.getByText(/in the queue/)).toBeVisible();
    const [ticket] = ((await (await wanda.request.get('/api/tickets/?limit=1')).json()) as Tickets).results;
    expect(ticket).toMatchObject({ channel: 'CHAT', languages: ['ia'] });
    await wanda.goto(`/desk/all/${ticket!.number}`);
    await expect(wanda.getByText('Ubi es mi pacchetto?').first()).toBeVisible();
    const { id } = (await (await wanda.request.get('/api/me/')).json()) as { id: string };
    const taken = { headers, data: { assigned_agent: id } };
    await wanda.request.post(`/api/tickets/${ticket!.id}/assign/`, taken);
    await expect(chat.getByRole('heading', { name: 'Wanda Web' })).toBeVisible();
    await expect(log.getByText(/Delivered|Seen/)).toBeVisible();

    // both see the other write
    const reply = wanda.getByRole('textbox', { name: /^reply to/i });
    await reply.pressSequentially('Illo arriva ');
    await expect(log.getByText('Wanda Web is writing')).toBeAttached();
    await chat.getByRole('textbox', { name: 'Message' }).pressSequentially('Es il ');
    await expect(wanda.getByText(/^Vera Visitor is replying/)).toBeVisible();
    await chat.getByRole('textbox', { name: 'Message' }).fill('');

    const data = { body: 'Illo arriva **deman**.', format: 'markdown' };
    const said = await wanda.request.post(`/api/tickets/${ticket!.id}/messages/`, { headers, data });
    expect(said.status()).toBe(201);
    await expect(log.getByText('deman')).toBeVisible();
    expect((await axe(visitor).withTags(AA).analyze()).violations).toEqual([]);

    // closed, there is a number on the launcher; Esc closes and gives the focus back
    await chat.getByRole('textbox', { name: 'Message' }).press('Escape');
    await expect(launcher).toBeFocused();
    await wanda.request.post(`/api/tickets/${ticket!.id}/messages/`, {
      headers,
      data: { body: 'Inter octo e dece horas.' },
    });
    await expect(visitor.getByRole('button', { name: 'Open the chat. Unread messages: 1' })).toBeVisible();

    // a reload goes on where it was, and what is read is seen at the desk
    await visitor.reload();
    await visitor.getByRole('button', { name: /Unread messages: 1/ }).click();
    await expect(log.getByText('Inter octo e dece horas.')).toBeVisible();
    await visitor.reload();
    await expect(log.getByText('Inter octo e dece horas.')).toBeVisible();
    expect(faults).toEqual([]);

    // what is written without a connection leaves by itself, once
    await context.setOffline(true);
    await chat.getByRole('textbox', { name: 'Message' }).fill('Gratias!');
    await chat.getByRole('textbox', { name: 'Message' }).press('Enter');
    await expect(log.getByText('Waiting for a connection')).toBeVisible();
    await context.setOffline(false);
    await expect(log.getByText(/Delivered|Seen/)).toBeVisible();
    await expect(log.getByText('Gratias!')).toHaveCount(1);
    await expect(wanda.getByText('Gratias!').first()).toBeVisible();

    // it ends, and is rated
    await chat.getByRole('button', { name: 'End the conversation' }).click();
    await chat
      .getByRole('group', { name: 'Is everything settled?' })
      .getByRole('button', { name: /^End/ })
      .click();
    await chat.getByRole('button', { name: 'Very good' }).click();
    await chat.getByRole('textbox', { name: /A word about it/ }).fill('Multo rapide');
    await chat.getByRole('button', { name: 'Send' }).click();
    await expect(chat.getByText('Thank you for telling us.')).toBeVisible();
    const after = await (await wanda.request.get(`/api/tickets/${ticket!.id}/`)).json();
    expect(after.status).toMatch(/RESOLVED|CLOSED/);
    await expect(chat.getByRole('button', { name: 'Start a new conversation' })).toBeVisible();
  } finally {
    // who is there is counted by other journeys in this house
    const away = { headers: { origin: house.url }, data: { intent: 'offline' } };
    await wanda.request.patch('/api/me/availability/', away);
    await Promise.all([context.close(), wanda.context().close(), admin.context().close(), website.close()]);
  }
});

/** What an evil page does with the windows that it can reach; all it ever hears is kept. */
const EVIL = `<script>
  window.heard = [];
  addEventListener('message', (event) => heard.push(JSON.stringify(event.data) + event.ports.length));
  setInterval(() => {
    for (const target of [parent, ...Array.from({ length: parent.length }, (_, n) => parent[n])]) {
      if (target === window) continue;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = (event) => heard.push(JSON.stringify(event.data));
      const identity = { id: 'evil', name: 'Evil', hash: '0' };
      const place = { page_url: '', page_title: '', referrer: '' };
      target.postMessage({ helpdesk: 'init', place, identity, shown: true, closes: true }, '*', [port2]);
      target.postMessage('helpdesk:ready', '*');
      target.postMessage({ type: 'close' }, '*');
    }
  }, 20);
</script>`;

test('who is not the website gets neither the frame nor a word, and nobody but us the token', async ({
  browser,
  house,
}) => {
  const admin = await openAs(browser, house, ADMIN);
  const pages: Record<string, string> = {};
  const evilPages: Record<string, string> = { '/evil': EVIL };
  const website = await startWebsite(pages, null);
  const evil = await startWebsite(evilPages, null);
  const made = await admin.request.post('/api/channels/chat/', {
    headers: { origin: house.url },
    data: { name: 'Only here', origins: [website.origin] },
  });
  const { key } = (await made.json()) as { key: string };
  const ours = `<iframe src="${house.url}/widget/${key}/" referrerpolicy="origin"></iframe>`;
  const theirs = `<iframe src="${evil.origin}/evil"></iframe>`;
  const context = await browser.newContext();
  const heardByEvil = (page: Page) =>
    page
      .frames()
      .find((one) => one.url() === `${evil.origin}/evil`)!
      .evaluate('heard');
  try {
    // neither the line nor a frame of his own does anything on another website
    evilPages['/'] = pageWith(house.url, key, ours);
    const thief = await context.newPage();
    const refused = thief.waitForResponse((one) => one.url().includes('/look.js'));
    await thief.goto(evil.origin);
    expect((await refused).status()).toBe(403);
    await expect.poll(() => thief.frames()[1]?.url()).toMatch(/^chrome-error:/);
    await expect(thief.getByRole('button')).toHaveCount(0);

    // a frame of ours that another frame talks to waits for the page above it
    pages['/bare'] = ours + theirs;
    const bare = await context.newPage();
    await bare.goto(`${website.origin}/bare`);
    const waiting = bare.frameLocator('iframe >> nth=0').getByRole('main');
    await expect(waiting).toHaveAttribute('aria-busy', 'true');
    await bare.evaluate(() => window[0]!.postMessage({ type: 'shown' }, '*'));
    await bare.waitForTimeout(500);
    await expect(waiting).toHaveAttribute('aria-busy', 'true');
    await bare.evaluate(() => {
      const place = { page_url: '', page_title: '', referrer: '' };
      const init = { helpdesk: 'init', place, identity: null, shown: true, closes: false };
      window[0]!.postMessage(init, '*', [new MessageChannel().port2]);
    });
    await expect(waiting.getByRole('button', { name: /a message$/ })).toBeVisible();
    expect(await heardByEvil(bare)).toEqual([]);

    // nor does the launcher hear anybody else; the website's page is told no token, and cannot look for it
    pages['/'] = pageWith(house.url, key, theirs);
    const page = await context.newPage();
    await page.addInitScript(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)));
    });
    await page.goto(website.origin);
    await page.getByRole('button', { name: 'Open the chat' }).click();
    const chat = page.frameLocator('iframe[title="Open the chat"]');
    await chat.getByRole('button', { name: /a message$/ }).click();
    await chat.getByLabel('Message').fill('What does it cost?');
    await chat.getByLabel(/^E-mail/).fill('vic@example.test');
    const visit = page.waitForResponse((one) => one.url().endsWith('/visitors/'));
    await chat.getByRole('button', { name: 'Send' }).click();
    expect((await visit).request().postDataJSON()).not.toHaveProperty('identity');
    expect((await (await visit).json()).token).toMatch(/^sbv_/);
    await expect(chat.getByRole('log').getByText('What does it cost?')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Close the chat' })).toBeVisible();
    expect(await heardByEvil(page)).toEqual([]);
    const found = await page.evaluate(() => {
      const frame = document.body.lastElementChild!.shadowRoot!.querySelector('iframe')!;
      try {
        return JSON.stringify({ ...frame.contentWindow!.localStorage });
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(found).toBe('SecurityError');
    const told = await page.evaluate(() =>
      JSON.stringify([Reflect.get(window, 'heard'), { ...localStorage }, { ...sessionStorage }]),
    );
    expect(told).toContain('helpdesk:ready');
    expect(told).not.toContain('sbv_');
  } finally {
    await Promise.all([context.close(), admin.context().close(), website.close(), evil.close()]);
  }
});

test('who signs out of the website, or in as somebody else, leaves nothing of his in the chat', async ({
  browser,
  house,
}) => {
  const admin = await openAs(browser, house, ADMIN);
  const pages: Record<string, string> = {};
  const website = await startWebsite(pages, null);
  const context = await browser.newContext();
  try {
    const headers = { origin: house.url };
    const data = { name: 'Members', languages: ['eo'] };
    const made = await (await admin.request.post('/api/channels/chat/', { headers, data })).json();
    const { secret } = await (await admin.request.get(`/api/channels/chat/${made.id}/key/`)).json();
    const calling = (...call: unknown[]) =>
      pageWith(house.url, made.key, `<script>window.Helpdesk = ${JSON.stringify([call])}</script>`);
    const who = (id: string) => ({ id, hash: createHmac('sha256', secret).update(id).digest('hex') });
    pages['/ada'] = calling('identify', who('ada'));
    pages['/bob'] = calling('identify', who('bob'));
    pages['/bye'] = calling('logout');
    pages['/'] = pageWith(house.url, made.key);

    const page = await context.newPage();
    const chat = page.frameLocator('iframe');
    const sends = async () => {
      const begun = page.waitForResponse((one) => one.url().endsWith('/widget/conversations/'));
      await chat.getByRole('button', { name: 'Send' }).click();
      expect((await begun).status()).toBe(201);
      await expect(chat.getByRole('log')).toBeVisible();
    };
    await page.goto(`${website.origin}/ada`);
    await page.getByRole('button', { name: 'Open the chat' }).click();
    await chat.getByRole('button', { name: /a message$/ }).click();
    await chat.getByLabel('Message').fill('Mia sekreto');
    await sends();
    // the beginning of another one cannot leave
    const beginnings = '**/api/widget/conversations/';
    await context.route(beginnings, (route) => route.abort());
    await chat.getByRole('button', { name: 'Back' }).click();
    await chat.getByRole('button', { name: /a message$/ }).click();
    await chat.getByLabel('Message').fill('Ne sendita');
    await chat.getByRole('button', { name: 'Send' }).click();
    await expect(chat.getByText('Waiting for a connection')).toBeVisible();

    // somebody else is signed in on the next page: he has a chat of his own, and sends nothing of hers
    await page.goto(`${website.origin}/bob`);
    await expect(chat.getByText('You write here as')).toBeVisible();
    await context.unroute(beginnings);
    await expect(chat.getByText(/sekreto|sendita/)).toHaveCount(0);
    await chat.getByRole('button', { name: /a message$/ }).click();
    await chat.getByLabel('Message').fill('Bonan tagon');
    await sends();
    await expect(chat.getByText(/sekreto|sendita/)).toHaveCount(0);
    await page.goto(`${website.origin}/`);
    await expect(chat.getByText('Bonan tagon')).toBeVisible();

    // he signs out: nothing is left, there or on the page after
    for (const path of ['/bye', '/']) {
      await page.goto(website.origin + path);
      await expect(chat.getByRole('button', { name: /a message$/ })).toBeVisible();
      await expect(chat.getByText(/Bonan tagon|You write here as/)).toHaveCount(0);
    }
    // she comes back, and finds what she had sent
    await page.goto(`${website.origin}/ada`);
    await expect(chat.getByText('Mia sekreto')).toBeVisible();
  } finally {
    await Promise.all([context.close(), admin.context().close(), website.close()]);
  }
});
