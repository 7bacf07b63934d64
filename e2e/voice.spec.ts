import { AA, axe } from './axe';
import { expect, readMail, signIn, test } from './fixtures';

test('a caller rings at the desk, is put through, recorded, held and hung up; one who is missed is to be called back', async ({
  browser,
  house,
}) => {
  const headers = { origin: house.url };
  const admin = await (await browser.newContext({ baseURL: house.url })).newPage();
  await signIn(admin, 'admin@switchboard.test', house.password);
  // a language of their own: nobody else's calls come here, nor these to others
  await admin.request.post('/api/users/', {
    headers,
    data: {
      name: 'Vera Voice',
      email: 'vera@switchboard.test',
      role: 'agent',
      languages: ['cy'],
      capacity: 0,
    },
  });
  const mail = await readMail(admin.request, 'vera@switchboard.test');
  const context = await browser.newContext({ baseURL: house.url });
  const vera = await context.newPage();
  await vera.goto(/https?:\S+\/invitation#\S+/.exec(mail.text)![0].replace(/^https?:\/\/[^/]+/, ''));
  await vera.getByLabel(/^New password/).fill('a staple of horses');
  await vera.getByRole('button', { name: 'Set password and sign in' }).click();
  await vera.waitForURL(/\/desk/);
  await vera.request.patch('/api/me/availability/', { headers, data: { intent: 'online' } });

  const made = await admin.request.post('/api/lab/telephone/lines/', { headers });
  const line = (await made.json()) as { id: string };
  await admin.request.patch(`/api/channels/voice/${line.id}/`, {
    ...{ headers, data: { languages: ['cy'], records_calls: true } },
  });
  try {
    const lab = await (await browser.newContext({ baseURL: house.url })).newPage();
    await lab.goto('/lab');
    const telephone = lab.getByRole('region', { name: 'A telephone' });
    await telephone.getByRole('button', { name: 'Call support' }).click();
    await expect(telephone).toContainText('Please stay on the line');

    const card = vera.getByRole('region', { name: /^Call from / });
    await expect(card).toContainText('Welsh');
    await card.getByRole('button', { name: /^Accept/ }).click();
    const bar = vera.getByRole('region', { name: /^Call with / });
    await expect(bar).toContainText('In a call');
    await expect(telephone).toContainText('This call is recorded to help you better.');
    await expect(telephone).toContainText('connected');
    expect((await axe(vera).withTags(AA).analyze()).violations).toEqual([]);

    // on another page, by a key
    await vera.goto('/customers');
    await expect(bar).toContainText('In a call');
    await vera.keyboard.press('F4');
    await expect(bar).toContainText('On hold');
    await expect(telephone).toContainText('One moment, please');
    await bar.getByRole('button', { name: /^Resume/ }).click();
    await expect(bar).toContainText('In a call');
    await bar.getByRole('button', { name: /^Open #/ }).click();
    await bar.getByRole('button', { name: /^Hang up/ }).click();
    await expect(bar).toBeHidden();
    await expect(telephone).toContainText('The call is over');
    await expect(vera.getByText(/^The call lasted 0:/).first()).toBeVisible();
    await vera.getByRole('button', { name: /^End the wrap-up/ }).click();
    // what was spoken before and after the hold, for staff, to be heard from any moment on
    await expect(vera.getByText('Recorded call')).toHaveCount(2);
    const heard = await vera
      .locator('audio')
      .last()
      .evaluate(async (sound: HTMLAudioElement) => {
        await sound.play();
        await new Promise((done) => sound.addEventListener('timeupdate', done, { once: true }));
        sound.pause();
        sound.currentTime = sound.duration / 2;
        await new Promise((done) => sound.addEventListener('seeked', done, { once: true }));
        return { at: sound.currentTime / sound.duration, trouble: sound.error?.message ?? null };
      });
    expect(heard).toEqual({ at: expect.closeTo(0.5, 1), trouble: null });
    expect((await axe(vera).withTags(AA).analyze()).violations).toEqual([]);

    await telephone.getByRole('button', { name: 'Call support' }).click();
    await expect(card).toBeVisible();
    await telephone.getByRole('button', { name: 'Hang up' }).click();
    await expect(card).toBeHidden();
    await vera.goto('/desk/all');
    const row = vera.getByRole('row').filter({ hasText: 'Missed call' }).first();
    await row.getByRole('link').first().click();
    await expect(vera.getByRole('button', { name: 'High' }).first()).toBeVisible();
    await expect(vera.getByRole('button', { name: 'Call back' })).toBeVisible();
  } finally {
    await admin.request.patch(`/api/channels/voice/${line.id}/`, {
      headers,
      data: { is_active: false, records_calls: false },
    });
    await vera.request.patch('/api/me/availability/', { headers, data: { intent: 'offline' } });
  }
});
