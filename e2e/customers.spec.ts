import { expect, openAs, test } from './fixtures';

test('a note about a person is there for colleagues at once; two customers become one and two again', async ({
  browser,
  house,
}) => {
  const admin = await openAs(browser, house, 'admin@switchboard.test', { reducedMotion: 'reduce' });
  const ada = await openAs(browser, house, 'ada@switchboard.test', { reducedMotion: 'reduce' });
  const post = async (path: string, data: object) => {
    const answer = await admin.request.post(path, { headers: { origin: house.url }, data });
    expect(answer.status()).toBe(201);
    return (await answer.json()) as { id: string; number: number; customer: { id: string } };
  };
  const [email, name] = ['ines@old.example', 'Ines Alias'];
  const ines = await post('/api/users/', { email, name, role: 'customer', password: 'a staple of horses' });
  // in a language that nobody speaks, so that it stays in the queue
  const filed = { subject: 'Two accounts', description: 'Which one?', languages: ['eo'] };
  const ticket = await post('/api/tickets/', { ...filed, customer: email });

  await admin.goto(`/desk/all/${ticket.number}`);
  await ada.goto(`/desk/unassigned/${ticket.number}`);
  await ada.getByRole('button', { name: 'Add a note' }).click();
  await ada.getByLabel('Note about the person').fill('Is Carla, too');
  await ada.keyboard.press('Control+Enter');
  await expect(admin.getByText('Is Carla, too')).toBeVisible();
  await expect(admin.getByRole('button', { name: 'Edit note' })).toBeVisible();

  await admin.goto(`/customers/${ines.id}`);
  await admin.getByRole('button', { name: 'Merge…' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('The other customer').fill('carla');
  await admin.getByRole('option', { name: /Carla/ }).click();
  await dialog.getByRole('radio', { name: /^Carla/ }).click();
  await expect(dialog.getByText(/^1 ticket, 1 note and no facts of Ines Alias go to Carla/)).toBeVisible();
  await expect(dialog.getByText(`Whoever signs in or writes with ${email} is Carla`)).toBeVisible();
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(admin.getByRole('heading', { level: 1, name: /Carla/ })).toBeVisible();
  await expect(admin.getByText('Is Carla, too')).toBeVisible();
  await expect(admin.getByRole('link', { name: 'Two accounts' })).toBeVisible();
  // the list and the ticket that a colleague has open say so by themselves
  await expect(ada.getByTitle('Open the customer')).toHaveText(/^Carla/);
  await expect(ada.getByRole('link', { name: /^Two accounts, Carla/ })).toBeVisible();

  await admin.getByRole('button', { name: 'Undo' }).click();
  await expect(admin.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(admin.getByRole('link', { name: 'Two accounts' })).toBeVisible();
});
