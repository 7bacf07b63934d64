import { expect, readMail, signIn, test } from './fixtures';

test('an admin sets the house up: customers choose its topic and see its name and colour, and the log says who did it', async ({
  browser,
  house,
}) => {
  const open = async () => (await browser.newContext({ baseURL: house.url })).newPage();
  const [admin, customer] = [await open(), await open()];
  await signIn(admin, 'admin@switchboard.test', house.password);
  await signIn(customer, 'carla@example.test', house.password);

  await admin.goto('/admin/topics');
  await admin.getByRole('button', { name: 'Add a topic' }).click();
  await admin.getByLabel('Name', { exact: true }).fill('Lost card');
  await admin.getByRole('button', { name: 'Add topic' }).click();
  const topic = admin.getByRole('button', { name: 'Lost card', exact: true });
  await topic.focus();
  await topic.press('Alt+ArrowUp');
  await expect(admin.getByText(/Lost card is \d of \d now/)).toBeAttached();

  await admin.goto('/admin/settings/general');
  await admin.getByLabel('Name', { exact: true }).fill('Kestrel Loans');
  await admin.getByLabel('Accent colour', { exact: true }).fill('#5b21b6');
  await admin.getByRole('region', { name: 'Unsaved changes' }).getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByRole('region', { name: 'Unsaved changes' })).toHaveCount(0);

  await customer.goto('/requests/new');
  await expect(customer).toHaveTitle('New request – Kestrel Loans');
  await expect(customer.getByRole('link', { name: 'Kestrel Loans' })).toBeVisible();
  await expect(customer.getByRole('button', { name: 'Send request' })).toHaveCSS(
    'background-color',
    'rgb(91, 33, 182)',
  );
  await customer.getByLabel('Subject').fill('Where is my card?');
  await customer.getByLabel('What is it about?').fill('I cannot find it.');
  await customer.getByLabel('Topic').selectOption({ label: 'Lost card' });
  await customer.getByRole('button', { name: 'Send request' }).click();
  await customer.waitForURL(/\/requests\/\d+/);
  const mail = await readMail(customer.request, 'carla@example.test', { match: /Where is my card/ });
  expect(mail.subject).toMatch(/Where is my card\? \[#\d+\]/);
  const { results } = await (await customer.request.get('/api/mailbox/')).json();
  const { id: mailId } = results.find(({ subject }: { subject: string }) => subject === mail.subject);
  const whole = await (await customer.request.get(`/api/mailbox/${mailId}/`)).json();
  expect(whole.from).toContain('Kestrel Loans');
  expect(whole.html).toContain('#5b21b6');

  await admin.goto('/desk/all?sort=newest');
  await expect(admin.getByRole('row').filter({ hasText: 'Where is my card?' })).toContainText('Lost card');
  await admin.goto('/admin/audit');
  await expect(admin.getByText('Alex Admin made the topic lost-card')).toBeVisible();
  const changed = admin.getByRole('row').filter({ hasText: 'Alex Admin changed the settings' }).first();
  await expect(changed).toContainText('Switchboard → Kestrel Loans');

  // other journeys live in the same house
  const undo = { workspace_name: 'Switchboard', accent: null };
  const headers = { origin: house.url };
  expect((await admin.request.patch('/api/settings/', { data: undo, headers })).status()).toBe(200);
  const topics = await (await admin.request.get('/api/topics/')).json();
  const { id } = (topics as { results: { id: string; key: string }[] }).results.find(
    ({ key }) => key === 'lost-card',
  )!;
  expect((await admin.request.delete(`/api/topics/${id}/`, { headers })).status()).toBe(204);
  for (const page of [admin, customer]) await page.context().close();
});
