import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, signIn, test } from './fixtures';

/** A customer attaches, drops and pastes files; support looks at them; nothing but a picture is ever opened. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const picture = (name: string) => ({ name, mimeType: 'image/png', buffer: PNG });

/** As a person drops or pastes: events with real files in them. */
const give = (page: Page, type: 'drop' | 'paste', name: string) =>
  page
    .getByRole('textbox')
    .last()
    .evaluate(
      (target, [kind, file]) => {
        const data = new DataTransfer();
        data.items.add(new File(['hello'], file!, { type: 'text/plain' }));
        const more = { bubbles: true, cancelable: true };
        target.dispatchEvent(
          kind === 'drop'
            ? new DragEvent('drop', { ...more, dataTransfer: data })
            : new ClipboardEvent('paste', { ...more, clipboardData: data }),
        );
      },
      [type, name] as const,
    );

test('files travel from a request to the desk', async ({ browser, house }) => {
  const open = async () => (await browser.newContext({ baseURL: house.url })).newPage();
  const [customer, agent] = [await open(), await open()];
  await signIn(customer, 'carla@example.test', house.password);
  await customer.goto('/requests/new');
  await customer.getByLabel('Subject').fill('The printer shows this');
  await customer.getByLabel('What is it about?').fill('See the pictures.');
  await customer.locator('input[type=file]').setInputFiles(
    [picture('one.png'), picture('two.png'), picture('empty.png')].with(2, {
      ...picture('empty.png'),
      buffer: Buffer.alloc(0),
    }),
  );
  const files = customer.getByRole('list', { name: 'Files' });
  await expect(files.getByRole('listitem')).toHaveCount(3);
  await expect(files.getByRole('alert')).toHaveText('This file is empty.');
  await customer.getByRole('button', { name: 'Send request' }).click();
  await expect(customer.getByText('Some files did not get through.')).toBeVisible();
  await customer.getByRole('button', { name: 'Remove empty.png' }).click();
  await give(customer, 'drop', 'dropped.txt');
  await give(customer, 'paste', '\u202Egnp.exe');
  await expect(files.getByRole('listitem')).toHaveCount(4);
  await expect(files.getByRole('progressbar')).toHaveCount(0);
  await customer.getByRole('button', { name: 'Send request' }).click();
  await customer.waitForURL(/\/requests\/\d+/);
  const number = /\d+/.exec(new URL(customer.url()).pathname)![0];
  await expect(customer.getByRole('link', { name: /^Save two\.png/ })).toBeVisible();

  await signIn(agent, 'admin@switchboard.test', house.password);
  await agent.goto(`/desk/all/${number}`);
  const thread = agent.getByRole('list', { name: 'Files' });
  await expect(thread.getByRole('listitem')).toHaveCount(4);
  // what a name pretends is not what it is
  await expect(thread.getByText('Can run a program.')).toBeVisible();
  await expect(thread.locator('img')).toHaveCount(2);
  await expect(thread.locator('img').first()).toHaveJSProperty('naturalWidth', 1);

  await agent.getByRole('button', { name: 'Look at one.png' }).click();
  const box = agent.getByRole('dialog');
  await expect(box.getByRole('img', { name: 'one.png' })).toBeVisible();
  await agent.keyboard.press('ArrowRight');
  await expect(box.getByRole('img', { name: 'two.png' })).toBeVisible();
  await expect(box.getByText('2 of 2')).toBeVisible();
  await agent.keyboard.press('ArrowRight');
  await expect(box.getByText('1 of 2')).toBeVisible();
  await agent.keyboard.press('Escape');
  await expect(box).toHaveCount(0);
  await expect(agent.getByRole('button', { name: 'Look at one.png' })).toBeFocused();

  const saved = agent.waitForEvent('download');
  await agent.getByRole('link', { name: /^Save dropped\.txt/ }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('dropped.txt');
  expect(readFileSync(await download.path()).toString()).toBe('hello');
  for (const page of [customer, agent]) await page.context().close();
});

test('an upload that broke can be tried again, and an answer carries its files', async ({ page, house }) => {
  await signIn(page, 'carla@example.test', house.password);
  await page.goto('/requests');
  await page.getByRole('main').getByRole('link').filter({ hasText: 'The printer shows this' }).click();
  await page.route('**/api/attachments/', (route) => route.abort());
  await page.locator('input[type=file]').setInputFiles(picture('again.png'));
  const chips = page.locator('form').getByRole('list', { name: 'Files' });
  await expect(chips.getByRole('alert')).toHaveText('It did not get through.');
  await page.unroute('**/api/attachments/');
  await page.getByRole('button', { name: 'Try again: again.png' }).click();
  await expect(chips.getByRole('alert')).toHaveCount(0);
  await expect(chips.getByRole('progressbar')).toHaveCount(0);
  await page.getByRole('textbox', { name: /answer|add/i }).fill('One more picture');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Look at again.png' })).toBeVisible();
  await expect(chips).toHaveCount(0);
});
