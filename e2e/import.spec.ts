import { readFile } from 'node:fs/promises';
import { expect, signIn, test } from './fixtures';

const FILE = [
  'Customer e-mail;Time;Message',
  'nina@example.test;2024-03-01 09:00;My invoice is wrong.',
  'nina@example.test;2024-03-01 09:05;"It says 12, not 10."',
  'omar@example.test;2024-02-31 10:00;There is no such day',
  'not an address;2024-03-02 10:00;Who am I?',
  'omar@example.test;2024-03-02 10:00;Where is my parcel?',
].join('\r\n');

test('an admin imports a file with broken rows, reads what is wrong, sees the conversations and takes it back', async ({
  page,
  house,
}) => {
  await signIn(page, 'admin@switchboard.test', house.password);
  await page.goto('/admin/data/import');
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a CSV file' }).click();
  await (await chosen).setFiles({ name: 'old.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) });

  // understood by itself, and shown as it would come in
  await expect(page.getByRole('heading', { name: 'old.csv' })).toBeVisible();
  const preview = page.getByRole('region', { name: 'The first rows as they will come in' });
  await expect(preview.getByRole('row').filter({ hasText: 'Where is my parcel?' })).toContainText(
    'omar@example.test',
  );
  await expect(preview).toContainText('This is no time that we can read.');
  await page.getByRole('button', { name: 'Check all rows' }).click();
  await expect(page.getByText('3 of 5 rows are good; 2 cannot come in as they are.')).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download all 2 rows' }).click();
  const errors = await readFile(await (await download).path(), 'utf8');
  expect(errors).toContain('"4","This is no time that we can read.","omar@example.test","2024-02-31 10:00"');
  expect(errors).toContain('"5","This is no e-mail address.","not an address"');

  // a reload goes on where it was
  await page.reload();
  await page.getByRole('button', { name: 'Import 3 rows' }).click();
  const takeBack = page.getByRole('button', { name: 'Take this import back' });
  await expect(takeBack).toBeVisible();
  const imported = page.url();
  await page.goto('/desk/all?q=nina');
  const conversation = page.getByRole('row').filter({ hasText: 'My invoice is wrong.' });
  await expect(conversation).toHaveCount(1);

  await page.goto(imported);
  await takeBack.click();
  await page.getByRole('button', { name: 'Remove 2 conversations' }).click();
  await expect(page.getByText('conversations removed')).toBeVisible();
  await page.goto('/desk/all?q=nina');
  await expect(page.getByText(/nothing|no tickets|no match/i).first()).toBeVisible();
  await expect(conversation).toHaveCount(0);
});

test('an admin makes a key, a program uses it, and it ends when it is revoked', async ({
  page,
  house,
  playwright,
}) => {
  await signIn(page, 'admin@switchboard.test', house.password);
  await page.goto('/admin/developers');
  await page.getByRole('button', { name: 'Make a key' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Shop');
  await page.getByRole('button', { name: 'Make the key' }).click();
  const key = (await page.getByText(/^sbk_[\w-]{43}$/).textContent()) ?? '';
  await page.getByRole('button', { name: 'I have copied it' }).click();

  const program = await playwright.request.newContext({
    baseURL: house.url,
    extraHTTPHeaders: { authorization: `Bearer ${key}` },
  });
  expect((await program.get('/api/tickets/')).status()).toBe(200);
  expect((await program.post('/api/tickets/', { data: { subject: 'x', description: 'x' } })).status()).toBe(
    403,
  );
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Shop' })
    .getByRole('button', { name: 'Revoke' })
    .click();
  await page.getByRole('button', { name: 'Revoke the key' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Shop' })).toContainText('Revoked');
  expect((await program.get('/api/tickets/')).status()).toBe(401);
  await program.dispose();
});
