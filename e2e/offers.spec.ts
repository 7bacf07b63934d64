import { AA, axe } from './axe';
import { expect, readMail, signIn, test } from './fixtures';

test('a call rings in every window, is declined, rings again, is accepted, and its wrap-up is ended', async ({
  browser,
  house,
}) => {
  const admin = await (await browser.newContext({ baseURL: house.url })).newPage();
  await signIn(admin, 'admin@switchboard.test', house.password);
  const headers = { origin: house.url };
  const set = (offers: object) => admin.request.patch('/api/settings/', { headers, data: { offers } });

  // one agent for calls in a language of his own: nobody else's work comes to him, nor his to them
  await admin.request.post('/api/users/', {
    headers,
    data: {
      name: 'Olga Operator',
      email: 'olga@switchboard.test',
      role: 'agent',
      languages: ['eo'],
      capacity: 0,
    },
  });
  const mail = await readMail(admin.request, 'olga@switchboard.test');
  const context = await browser.newContext({ baseURL: house.url });
  const olga = await context.newPage();
  await olga.goto(/https?:\S+\/invitation#\S+/.exec(mail.text)![0].replace(/^https?:\/\/[^/]+/, ''));
  await olga.getByLabel(/^New password/).fill('a staple of horses');
  await olga.getByRole('button', { name: 'Set password and sign in' }).click();
  await olga.waitForURL(/\/desk/);
  await olga.request.patch('/api/me/availability/', { headers, data: { intent: 'online' } });
  const other = await context.newPage();
  await other.goto('/customers');

  await admin.goto('/admin/settings/routing');
  await admin.getByRole('switch', { name: 'Calls ring' }).click();
  await admin.getByLabel('Seconds of wrap-up').fill('300');
  await admin.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(admin.getByText('Routing changed')).toBeVisible();
  try {
    const call = async (subject: string): Promise<number> => {
      const data = {
        ...{ subject, description: 'On the line', customer: 'carla@example.test' },
        ...{ languages: ['eo'], channel: 'CALL' },
      };
      const made = await admin.request.post('/api/tickets/', { headers, data });
      return ((await made.json()) as { number: number }).number;
    };
    const card = (page: typeof olga) => page.getByRole('region', { name: /^Call from Carla/ });
    const first = await call('No dial tone');
    await expect(card(olga)).toContainText('You are the only one with room.');
    await expect(card(olga)).toContainText('Esperanto');
    await expect(card(other)).toBeVisible();
    await expect(olga).toHaveTitle(/^☎ /);
    expect((await axe(olga).withTags(AA).analyze()).violations).toEqual([]);
    await admin.goto(`/desk/all/${first}`);
    await expect(admin.getByText(/^Rings at Olga Operator/)).toBeVisible();

    await card(other).getByRole('button', { name: 'Decline' }).click();
    await expect(card(other)).toBeHidden();
    await expect(card(olga)).toBeHidden();
    await expect(admin.getByText(/declined it a moment ago/).first()).toBeVisible();

    // it does not hold up the next one; the key is pressed while she writes
    const second = await call('Nor does this one');
    await expect(card(olga)).toContainText('Nor does this one');
    await olga.getByRole('combobox', { name: 'Search' }).fill('abc');
    await olga.keyboard.press('F9');
    await olga.waitForURL(new RegExp(`/${second}\\b`));
    await expect(card(other)).toBeHidden();
    await olga.keyboard.press('Escape');

    await olga.request.post(`/api/tickets/${second}/set-status/`, { headers, data: { status: 'RESOLVED' } });
    const end = olga.getByRole('button', { name: new RegExp(`End the wrap-up of #${second}`) });
    await expect(end).toBeVisible();
    await end.click();
    await expect(end).toBeHidden();
  } finally {
    await set({ call: null, chat: null });
    await context.close();
  }
});
