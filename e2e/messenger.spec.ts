import { AA, axe } from './axe';
import { expect, openAs, test } from './fixtures';

/** A customer writes on a telephone of the lab; the desk answers; a day later nobody may, until he writes again. */
test('a conversation by Messenger, from the telephone to the desk and back, and the window that closes', async ({
  browser,
  house,
}) => {
  const desk = await openAs(browser, house, 'admin@switchboard.test');
  const lab = await openAs(browser, house, null);
  await lab.goto('/lab');
  const phone = lab.getByRole('region', { name: 'Messenger on a phone' });
  const mark = `Is lamp ${Date.now()} still in stock?`;
  // nobody of the demo speaks her language, so no agent of another journey is given it
  await phone.getByLabel('Whose telephone').click();
  await lab.getByRole('option', { name: /^Layla Haddad/ }).click();
  const write = async (text: string) => {
    await phone.getByRole('textbox', { name: 'Message' }).fill(text);
    await phone.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(phone.getByRole('list', { name: 'Conversation' })).toContainText(text);
  };
  await write(mark);

  await desk.goto('/admin/channels/messenger');
  await expect(desk.getByRole('button', { name: 'Lamps & More' })).toBeVisible();
  const told = desk.getByRole('listitem').filter({ hasText: 'Layla Haddad' });
  await expect(told.first()).toContainText('#');
  expect((await axe(desk).withTags(AA).analyze()).violations).toEqual([]);
  await desk.getByRole('button', { name: 'Lamps & More' }).click();
  const form = desk.getByRole('dialog', { name: 'Lamps & More' });
  await form.getByRole('button', { name: 'Test the connection' }).click();
  await expect(form.getByText('Facebook answers for Lamps & More.')).toBeVisible();
  await desk.keyboard.press('Escape');

  await told.first().getByRole('link').click();
  await expect(desk.getByRole('article').filter({ hasText: mark }).last()).toBeVisible();
  await expect(desk.getByRole('timer')).toContainText('Messenger lets answers through for');
  const answer = desk.getByRole('textbox', { name: 'Reply to Layla Haddad' });
  await answer.fill('Two are left.');
  await desk.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(phone.getByRole('list', { name: 'Conversation' })).toContainText('Two are left.');
  await expect(desk.getByText('Read in Messenger').last()).toBeVisible();

  await phone.getByRole('button', { name: 'Let a day pass' }).click();
  await expect(phone.getByText('A day has passed')).toBeVisible();
  await desk.reload();
  await expect(desk.getByText('Messenger lets no answer through any more: Layla Haddad')).toBeVisible();
  await answer.fill('Too late?');
  await desk.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(
    desk.locator('#composer').getByText('Messenger lets no answer through any more.').last(),
  ).toBeVisible();
  await write('I am back');
  await expect(desk.getByRole('timer')).toContainText('Messenger lets answers through for');
  await Promise.all([desk.context().close(), lab.context().close()]);
});
