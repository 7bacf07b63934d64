import { expect, openAs, test } from './fixtures';

test('nobody answers twice, and who is named is told', async ({ browser, house }) => {
  const bo = await openAs(browser, house, 'admin@switchboard.test');
  await bo.goto('/desk/all');
  const { id, number, me } = await bo.evaluate(async () => {
    const post = async (path: string, body: object) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })).json();
    };
    const people = await (await fetch('/api/users/?role=agent')).json();
    const me = await (await fetch('/api/me/')).json();
    const agent = people.results.find(
      (one: { is_active: boolean; email: string | null }) => one.is_active && one.email,
    );
    const customers = await (await fetch('/api/customers/')).json();
    const ticket = await post('/api/tickets/', {
      subject: 'The bell is silent',
      description: 'It does not ring.',
      customer: customers.results[0].id,
    });
    await post(`/api/tickets/${ticket.id}/assign/`, { assigned_agent: agent.id });
    return {
      id: ticket.id as string,
      number: ticket.number as number,
      me: { name: me.name as string, agent: agent.email as string },
    };
  });
  const ada = await openAs(browser, house, me.agent);

  // the pen of who writes stands in the other's list and header
  await ada.goto(`/desk/mine/${number}`);
  await ada.getByRole('textbox', { name: /^Reply to/ }).pressSequentially('I am on it');
  const row = bo.getByRole('row').filter({ has: bo.locator(`[data-number="${number}"]`) });
  await expect(row.getByRole('link', { name: /is replying…$/ })).toBeVisible();

  // a mention is told live, opens its ticket, and is read
  await ada.getByRole('tab', { name: 'Internal note' }).click();
  const note = ada.getByRole('textbox', { name: /^Internal note/ });
  await note.fill('');
  await note.pressSequentially(`Look, @${me.name.slice(0, 3)}`);
  await expect(ada.getByRole('option', { name: me.name })).toBeVisible();
  await ada.keyboard.press('Enter');
  await expect(note).toHaveText(`Look, @${me.name} `);
  await ada.getByRole('button', { name: 'Add note' }).click();
  const bell = bo.getByRole('button', { name: /^Notices, \d+ unread/ }).first();
  await expect(bell).toBeVisible();
  await expect(bo).toHaveTitle(/^\(\d+\) /);
  await bell.click();
  await bo
    .getByRole('link', { name: /named you in a note/ })
    .first()
    .click();
  await expect(bo).toHaveURL(new RegExp(`/${number}`));
  const unreadHere = () =>
    bo.evaluate(async (ticket) => {
      const { results } = await (await fetch('/api/notices/')).json();
      const here = results.filter((one: { ticket: { id: string } }) => one.ticket.id === ticket);
      return [here.length, here.filter((one: { read_at: string | null }) => one.read_at === null).length];
    }, id);
  await expect.poll(unreadHere).toEqual([1, 0]);

  // what comes while the ticket is on the screen is read as it comes
  await note.pressSequentially(`Again, @${me.name.slice(0, 3)}`);
  await expect(ada.getByRole('option', { name: me.name })).toBeVisible();
  await ada.keyboard.press('Enter');
  await ada.keyboard.press('Control+Enter');
  await expect(bo.getByText('Again,')).toBeVisible();
  await expect.poll(unreadHere).toEqual([2, 0]);
  await ada.context().close();
  await bo.context().close();
});
