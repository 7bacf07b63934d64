import type { Browser, Page } from '@playwright/test';
import { expect, readCode, readMail, signIn } from './fixtures';
import type { House } from './house';

/**
 * The main job, as four people live it, each in a browser of his own: a customer signs up with a code and files a
 * request in German; it goes to the agent who speaks it and has room, and to nobody else; he answers; the customer
 * sees it live and gets it by mail. `doors` are the web processes: customer and staff may sit at different ones.
 */
export async function mainJob(
  browser: Browser,
  house: House,
  doors: { customer: string; staff: string },
): Promise<void> {
  const open = async (baseURL: string) => (await browser.newContext({ baseURL })).newPage();
  const admin = await open(doors.staff);
  const other = await open(doors.staff);
  const agent = await open(doors.customer);
  const customer = await open(doors.customer);

  await signIn(admin, 'admin@switchboard.test', house.password);
  await hire(admin, agent);
  await signIn(other, 'bruno@switchboard.test', house.password);
  await other.goto('/desk/unassigned?sort=newest');
  await startWork(agent);

  await signUp(customer);
  const number = await fileRequest(customer);
  await expect(row(agent, 'Drucker druckt nicht')).toBeVisible();
  await expect(row(other, 'Drucker druckt nicht')).toHaveCount(0);
  await converse(agent, customer, number);
  await settle(agent, customer, admin, number);
  for (const page of [admin, other, agent, customer]) await page.context().close();
}

/** A message of the open ticket, which is an article itself. */
const message = (page: Page, text: string) =>
  page.getByRole('article').getByRole('article').filter({ hasText: text });
const row = (page: Page, subject: string) => page.getByRole('row').filter({ hasText: subject });

/** The admin adds an agent, who opens the link in his mail and chooses a password. */
async function hire(admin: Page, agent: Page): Promise<void> {
  await admin.goto('/admin/people');
  await admin.getByRole('button', { name: 'Add a person' }).first().click();
  const form = admin.getByRole('dialog');
  await form.getByLabel('Name').fill('Dieter Weber');
  await form.getByLabel('E-mail').fill('dieter@switchboard.test');
  await form.getByRole('combobox', { name: 'Role' }).click();
  await admin.getByRole('option', { name: 'Agent' }).click();
  await form.getByText('Add a language').click();
  await admin.keyboard.type('German');
  await admin
    .getByRole('option', { name: /German/ })
    .first()
    .click();
  await form.getByLabel('Tickets', { exact: true }).fill('60');
  await form.getByRole('button', { name: 'Add person' }).click();
  await expect(admin.getByRole('row').filter({ hasText: 'Dieter Weber' })).toBeVisible();
  const mail = await readMail(agent.request, 'dieter@switchboard.test');
  const link = /\/invitation#\S+/.exec(mail.text)?.[0];
  expect(link, 'the invitation holds a link').toBeDefined();
  await agent.goto(link!);
  await agent.getByLabel('New password', { exact: true }).fill('a-password-for-dieter');
  await agent.getByRole('button', { name: 'Set password and sign in' }).click();
  await agent.waitForURL(/\/desk/);
}

/** Switching himself available, he is given what waited, up to his capacity. */
async function startWork(agent: Page): Promise<void> {
  await agent.goto('/desk/mine?sort=newest');
  await agent.getByRole('button', { name: 'Your presence: Offline' }).click();
  await agent.getByRole('menuitemradio', { name: /^Online/ }).click();
  await agent.keyboard.press('Escape');
  await expect(agent.getByText(/of 60/)).toBeVisible();
  await expect(agent.getByRole('row').first()).toBeVisible();
}

async function signUp(customer: Page): Promise<void> {
  await customer.goto('/');
  await customer.getByRole('link', { name: 'Ask for help' }).click();
  await customer.getByLabel('E-mail address').fill('dora@example.test');
  await customer.getByRole('button', { name: 'Send me a code' }).click();
  await customer.getByLabel('Six-digit code').fill(await readCode(customer.request, 'dora@example.test'));
  await customer.getByRole('button', { name: 'Check code' }).click();
  await customer.getByLabel('Your name').fill('Dora Klein');
  await customer.getByLabel('New password', { exact: true }).fill('a-password-for-dora');
  await customer.getByRole('button', { name: 'Create account' }).click();
  await customer.waitForURL(/\/requests/);
}

async function fileRequest(customer: Page): Promise<string> {
  await customer.goto('/requests/new');
  await customer.getByLabel('Subject').fill('Drucker druckt nicht');
  await customer.getByLabel('What is it about?').fill('Er zeigt den Fehler 123.');
  await customer.getByLabel(/^Answer me in/).selectOption('de');
  await customer.getByRole('button', { name: 'Send request' }).click();
  await customer.waitForURL(/\/requests\/\d+/);
  await readMail(customer.request, 'dora@example.test', { match: /Drucker druckt nicht/ });
  return /\/requests\/(\d+)/.exec(customer.url())![1]!;
}

/** Both sides write, and each sees the other without touching the page. Notes stay in the house. */
async function converse(agent: Page, customer: Page, number: string): Promise<void> {
  await row(agent, 'Drucker druckt nicht').getByRole('link').click();
  await expect(message(agent, 'Er zeigt den Fehler 123.')).toBeVisible();
  await agent.getByRole('textbox', { name: /^Reply to/ }).fill('Bitte einmal aus- und einschalten.');
  await agent.getByRole('button', { name: 'Send', exact: true }).click();
  await agent.getByRole('button', { name: 'Send now' }).click();
  await expect(customer.getByText('Bitte einmal aus- und einschalten.')).toBeVisible();
  const mail = await readMail(customer.request, 'dora@example.test', { match: /einschalten/ });
  expect(mail.subject).toContain(number);

  await agent.getByRole('tab', { name: 'Internal note' }).click();
  await agent.getByRole('textbox', { name: /internal note/i }).fill('Geheimnis: altes Modell');
  await agent.getByRole('button', { name: 'Add note' }).click();
  await expect(message(agent, 'Geheimnis')).toBeVisible();

  await customer.getByLabel('Your answer').fill('Danke, er druckt wieder!');
  await customer.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(message(agent, 'Danke, er druckt wieder!')).toBeVisible();
  await expect(customer.getByText('Geheimnis')).toHaveCount(0);
  await readMail(agent.request, 'dieter@switchboard.test', { match: /druckt wieder/ });
}

/** He solves it; the customer's page says so by itself, and the admin finds it by its number. */
async function settle(agent: Page, customer: Page, admin: Page, number: string): Promise<void> {
  await agent.getByRole('button', { name: /^Status:/ }).click();
  await agent
    .getByRole('menuitemradio', { name: 'Resolved' })
    .or(agent.getByRole('menuitem', { name: 'Resolved' }))
    .click();
  await expect(customer.getByText('Solved').first()).toBeVisible();
  await admin.goto(`/desk/resolved?q=${number}`);
  await expect(row(admin, 'Drucker druckt nicht')).toBeVisible();
  await customer.reload();
  await expect(customer.getByText('Danke, er druckt wieder!')).toBeVisible();
  await expect(customer.getByText('Geheimnis')).toHaveCount(0);
}
