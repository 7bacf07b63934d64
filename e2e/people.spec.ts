import { expect, readMail, signIn, test } from './fixtures';

test('an admin invites somebody into a team and lets him go with his tickets; his open browser is out at once', async ({
  browser,
  house,
}) => {
  const admin = await (await browser.newContext({ baseURL: house.url })).newPage();
  await signIn(admin, 'admin@switchboard.test', house.password);
  await admin.goto('/admin/teams');
  await admin.getByRole('button', { name: 'Add a team' }).click();
  await admin.getByLabel('Name').fill('Returns');
  await admin.getByRole('button', { name: 'Add team' }).click();
  await expect(admin.getByRole('button', { name: 'Returns' })).toBeVisible();

  await admin.goto('/admin/people');
  await admin.getByRole('button', { name: 'Add a person' }).click();
  const form = admin.getByRole('dialog');
  await form.getByLabel('Name').fill('Nina Newcomer');
  await form.getByLabel('E-mail').fill('nina@switchboard.test');
  await form.getByLabel('Skills').fill('refunds, parcels');
  await form.getByLabel('Add a team').click();
  await admin.getByRole('option', { name: 'Returns' }).click();
  await form.getByRole('button', { name: 'Add person' }).click();
  const row = admin.getByRole('row').filter({ hasText: 'Nina Newcomer' });
  await expect(row).toContainText('Returns');
  await expect(row).toContainText('Invited');

  const nina = await (await browser.newContext({ baseURL: house.url })).newPage();
  const mail = await readMail(admin.request, 'nina@switchboard.test');
  await nina.goto(/https?:\S+\/invitation#\S+/.exec(mail.text)![0].replace(/^https?:\/\/[^/]+/, ''));
  await nina.getByLabel(/^New password/).fill('a staple of horses');
  await nina.getByRole('button', { name: 'Set password and sign in' }).click();
  await nina.waitForURL(/\/desk/);

  // a ticket of her team, which she takes
  // in a language that nobody speaks, so that it waits for somebody's hand
  const made = await admin.request.post('/api/tickets/', {
    headers: { origin: house.url },
    data: { subject: 'A torn parcel', description: '?', customer: 'carla@example.test', languages: ['eo'] },
  });
  const ticket = (await made.json()) as { number: number };
  await admin.goto(`/desk/all/${ticket.number}`);
  await admin.getByLabel('Team: No team').click();
  await admin.getByRole('option', { name: 'Returns' }).click();
  await expect(admin.getByLabel('Team: Returns')).toBeVisible();
  await nina.goto(`/desk/unassigned/${ticket.number}`);
  await nina.getByRole('button', { name: 'Take it' }).click();
  await expect(nina.getByRole('button', { name: 'Take it' })).toBeHidden();

  await admin.goto('/admin/people?q=nina');
  await admin.getByRole('link', { name: 'Nina Newcomer' }).click();
  await expect(admin.getByText('refunds', { exact: true })).toBeVisible();
  await admin.getByRole('button', { name: 'Deactivate…' }).click();
  await expect(admin.getByText('What happens to 1 unsolved ticket?')).toBeVisible();
  await admin.getByLabel('To a colleague').check();
  await admin.getByLabel('Choose a person').click();
  const colleague = admin.getByRole('option', { name: 'Chloé Martin' });
  // a press that begins before the list has settled is not taken; a person presses again
  await expect(async () => {
    await colleague.click({ timeout: 2_000 });
    await expect(colleague).toBeHidden({ timeout: 1_000 });
  }).toPass();
  await admin.getByRole('button', { name: 'Deactivate', exact: true }).click();
  await expect(admin.getByText('1 ticket was handed over.')).toBeVisible();
  await expect(nina).toHaveURL(/\/sign-in/, { timeout: 5_000 });

  await admin.goto(`/desk/all/${ticket.number}`);
  await expect(admin.getByText('Chloé Martin').first()).toBeVisible();
  await expect(
    admin.getByText(/Handed over, since Nina Newcomer no longer works here/).first(),
  ).toBeVisible();
});
