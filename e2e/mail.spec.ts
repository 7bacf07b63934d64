import { signatureOf } from '@/lib/channels/email/webhook-signature';
import { AA, axe } from './axe';
import { expect, openAs, test } from './fixtures';

/** A mailbox is added, a mail becomes a ticket, the answer is answered by mail, and each mail is told where it ended. */
test('a conversation by mail, from the mailbox to the answer that comes back', async ({ browser, house }) => {
  const page = await openAs(browser, house, 'admin@switchboard.test');
  const api = async (method: 'get' | 'post' | 'patch', path: string, data?: object) => {
    const answer = await page.request[method](`/api${path}`, {
      headers: { origin: house.url },
      ...(data ? { data } : {}),
    });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer.json();
  };
  // nobody is in it, so no agent of another journey is given the ticket
  const team = `Mail ${Date.now()}`;
  await api('post', '/teams/', { name: team });
  const address = `mail-${Date.now()}@switchboard.test`;

  await page.goto('/admin/channels/email');
  await page.getByRole('button', { name: 'Add a mailbox' }).click();
  const form = page.getByRole('dialog', { name: 'New mailbox' });
  await form.getByLabel('Address').fill('nonsense');
  await form.getByRole('button', { name: 'Add' }).click();
  await expect(form.getByLabel('Address')).toHaveAttribute('aria-invalid', 'true');
  await form.getByLabel('Address').fill(address);
  await form.getByLabel('Team of new tickets').click();
  await page.getByRole('option', { name: team }).click();
  await form.getByRole('button', { name: 'Add' }).click();
  // it stays open for the servers that it may have
  const made = page.getByRole('dialog', { name: address });
  await expect(made.getByRole('group', { name: 'Receiving' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: address })).toBeVisible();

  const { results } = await api('get', '/channels/email/');
  const { id } = results.find((one: { address: string }) => one.address === address);
  try {
    const { key } = await api('get', `/channels/email/${id}/key/`);
    const hand = async (headers: string, body: string) => {
      const raw = `${headers}\r\nTo: ${address}\r\nMessage-ID: <${Math.random()}@mail.test>\r\n\r\n${body}\r\n`;
      const seconds = String(Math.floor(Date.now() / 1_000));
      const answer = await fetch(`${house.url}/api/channels/email/${id}/`, {
        method: 'POST',
        body: raw,
        headers: {
          'content-type': 'message/rfc822',
          'x-switchboard-timestamp': seconds,
          'x-switchboard-signature': signatureOf(key, seconds, Buffer.from(raw)),
        },
      });
      expect(answer.status).toBe(202);
    };
    await hand(
      'From: Vera <vera@mail.test>\r\nSubject: My parcel',
      'Where is it?\r\n\r\n-- \r\nVera Example',
    );
    await hand('From: News <news@mail.test>\r\nSubject: Our news\r\nList-Id: <news.mail.test>', 'News!');

    await expect(page.getByRole('listitem').filter({ hasText: 'My parcel' })).toContainText('Became #');
    await expect(page.getByRole('listitem').filter({ hasText: 'Our news' })).toContainText(
      'Held back: from a mailing list',
    );
    expect((await axe(page).withTags(AA).analyze()).violations).toEqual([]);
    await page.getByRole('button', { name: 'Our news' }).click();
    const mail = page.getByRole('dialog', { name: 'Mail' });
    await mail.getByRole('button', { name: 'Make it a ticket' }).click();
    await expect(mail.getByRole('link', { name: /^Open #/ })).toBeVisible();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'My parcel' }).click();
    await mail.getByRole('link', { name: /^Open #/ }).click();
    await expect(page.getByText('Where is it?').first()).toBeVisible();
    await page.getByRole('button', { name: 'Show the whole mail' }).click();
    await expect(page.getByText('Vera Example')).toBeVisible();
    const desk = page.url();
    const number = Number(desk.split('/').at(-1));
    await api('post', `/tickets/${number}/messages/`, { body: 'It comes tomorrow.' });

    await page.goto('/mailbox');
    await page
      .getByRole('button')
      .filter({ hasText: `My parcel [#${number}]` })
      .filter({ hasText: 'vera@mail.test' })
      .click();
    await page.getByLabel('Answer as vera@mail.test').fill('Lovely. At what time?');
    await page.getByRole('button', { name: 'Send by mail' }).click();
    await expect(page.getByText('The mail is on its way')).toBeVisible();
    await page.goto(desk);
    await expect(page.getByRole('article').last()).toContainText('Lovely. At what time?');
    await expect(page.getByRole('article').last()).not.toContainText('It comes tomorrow.');
  } finally {
    // other journeys read mails as they are without a mailbox
    await api('patch', `/channels/email/${id}/`, { is_active: false });
    await page.context().close();
  }
});
