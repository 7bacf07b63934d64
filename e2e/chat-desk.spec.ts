import { expect, openAs, test } from './fixtures';

/** What an agent sees of who chats: the page he is on, what he says of himself, what he has read. */
test('the desk shows who chats, and what he has seen', async ({ browser, house, request }) => {
  const admin = await openAs(browser, house, 'admin@switchboard.test');
  const site = await (
    await admin.request.post('/api/channels/chat/', {
      headers: { origin: house.url },
      data: { name: 'Shop' },
    })
  ).json();
  const visit = await (
    await request.post(`/api/widget/${site.key}/visitors/`, {
      data: {
        page_url: 'https://shop.example/shoes/red?size=42',
        page_title: 'Red shoes',
        referrer: 'https://search.example/',
        locale: 'fr',
      },
    })
  ).json();
  const headers = { authorization: `Bearer ${visit.token}` };
  const { conversation } = await (
    await request.post('/api/widget/conversations/', {
      headers,
      data: { body: 'Do these come in blue?', name: 'Vera', email: 'vera@example.test', language: 'eo' },
    })
  ).json();
  await admin.goto(`/desk/all/${conversation.number}`);
  const details = admin.getByRole('group').filter({ has: admin.getByRole('heading', { name: 'Visitor' }) });
  await expect(details.getByText('On the page now')).toBeVisible();
  await expect(details.getByRole('link', { name: /Red shoes/ })).toBeVisible();
  await expect(details.getByText('not confirmed')).toBeVisible();
  const reply = await (
    await admin.request.post(`/api/tickets/${conversation.number}/messages/`, {
      headers: { origin: house.url },
      data: { body: 'Yes, from Monday on.' },
    })
  ).json();
  const thread = admin.getByRole('region', { name: 'Conversation' });
  await expect(thread.getByText('Yes, from Monday on.')).toBeVisible();
  await expect(thread.getByText('Seen', { exact: true })).toBeHidden();
  await request.post(`/api/widget/conversations/${conversation.id}/read/`, {
    headers,
    data: { message_id: reply.id },
  });
  await expect(thread.getByText('Seen', { exact: true })).toBeVisible();
});
