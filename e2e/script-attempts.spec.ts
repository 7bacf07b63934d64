import type { BrowserContext, Page } from '@playwright/test';
import { expect, signIn, test } from './fixtures';
import { scriptAttempts } from './script-attempts';

/**
 * Eighty script attempts go in through the API, as HTML, as text, as a subject and as a file's name, and are opened
 * in a real browser by support and by the customer (spec/reliability.md C22). None runs, none calls out.
 */
interface Watch {
  /** Dialogs, pages that opened, requests that left our origin. */
  seen: string[];
}

async function watched(context: BrowserContext, home: string): Promise<Watch> {
  const watch: Watch = { seen: [] };
  await context.route(
    (url) => url.origin !== home,
    (route) => {
      watch.seen.push(`request ${route.request().url()}`);
      return route.abort();
    },
  );
  const listen = (page: Page) => {
    page.on('dialog', (dialog) => {
      watch.seen.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('popup', (popup) => watch.seen.push(`popup ${popup.url()}`));
  };
  context.pages().forEach(listen);
  context.on('page', listen);
  return watch;
}

/** Opens every frame, lets it settle, touches all there is to touch, and looks for what must not be there. */
async function provoke(page: Page, frames: number): Promise<void> {
  const papers = page.locator('iframe[sandbox]');
  await expect(papers).toHaveCount(frames, { timeout: 30_000 });
  for (let n = 0; n < frames; n++) await papers.nth(n).scrollIntoViewIfNeeded();
  const left = await papers.evaluateAll((elements) =>
    elements.flatMap((element) => {
      const frame = element as HTMLIFrameElement;
      const inside = frame.contentDocument!;
      if (frame.sandbox.contains('allow-scripts')) return ['a frame with scripts'];
      if (!inside.getElementById('said')) return ['a frame that is not ours'];
      for (const one of inside.querySelectorAll<HTMLElement>('#said *')) {
        for (const type of ['mouseover', 'pointerdown', 'focus', 'animationstart', 'toggle'])
          one.dispatchEvent(new Event(type, { bubbles: true }));
        if (!(one instanceof frame.contentWindow!.window.HTMLAnchorElement)) one.click();
      }
      const bad = inside.querySelectorAll(
        'script, #said style, #said link, #said meta, #said base, iframe, object, embed, form, input, button, svg, math, ' +
          'template, video, audio, [srcset], [background], [ping], [srcdoc], [id]:not(#said), [class], [name]:not(head *)',
      );
      const attributes = [...inside.querySelectorAll('*')].flatMap((one) =>
        [...one.attributes]
          .filter(
            ({ name, value }) => /^on/i.test(name) || /^\s*(javascript|vbscript|data:text)/i.test(value),
          )
          .map(({ name, value }) => `${name}=${value}`),
      );
      return [...[...bad].map((one) => one.outerHTML), ...attributes];
    }),
  );
  expect(left).toEqual([]);
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => (window as unknown as { __ran?: number }).__ran)).toBeUndefined();
}

test('eighty script attempts are words', async ({ browser, house }) => {
  // a hundred and sixty frames are opened
  test.setTimeout(300_000);
  expect(scriptAttempts).toHaveLength(80);
  const signedIn = async (email: string) => {
    const context = await browser.newContext({ baseURL: house.url });
    const page = await context.newPage();
    const watch = await watched(context, new URL(house.url).origin);
    await signIn(page, email, house.password);
    return { context, page, watch };
  };
  const admin = await signedIn('admin@switchboard.test');
  const customer = await signedIn('carla@example.test');
  const post = async (path: string, data: object) => {
    const answer = await admin.page.request.post(`/api${path}`, {
      data,
      headers: { origin: house.url, 'sec-fetch-site': 'same-origin' },
    });
    return { status: answer.status(), body: await answer.json() };
  };

  // two tickets: one shows its newest fifty messages
  const numbers: number[] = [];
  let framed = 0;
  for (const half of [scriptAttempts.slice(0, 40), scriptAttempts.slice(40)]) {
    const filed = await post('/tickets/', {
      ...{
        subject: half[0]!.slice(0, 150).replace(/\s/g, ' '),
        description: half.join('\n\n').slice(0, 20_000),
      },
      customer: 'carla@example.test',
    });
    expect(filed.status).toBe(201);
    numbers.push(filed.body.number);
    for (const attempt of half) {
      // what is nothing but an attempt has nothing to say, and is refused
      const html = `<p>Hello</p>${attempt}<p>Bye</p>`;
      const posted = await post(`/tickets/${filed.body.number}/messages/`, { html });
      expect(posted.status, attempt).toBe(201);
      expect(posted.body.body, attempt).toContain('Hello');
      framed++;
    }
  }
  expect(framed).toBe(80);

  for (const number of numbers) {
    await admin.page.goto(`/desk/all/${number}`);
    await provoke(admin.page, 40);
    await customer.page.goto(`/requests/${number}`);
    await provoke(customer.page, 40);
  }
  // what is said of them in lists and mails
  await admin.page.goto('/desk/all');
  await expect(admin.page.getByRole('row').first()).toBeVisible();
  expect([...admin.watch.seen, ...customer.watch.seen]).toEqual([]);
  for (const { context } of [admin, customer]) await context.close();
});

test('a mail is shown as it was written, the quote folded, and as plain text', async ({ page, house }) => {
  await signIn(page, 'admin@switchboard.test', house.password);
  const headers = { origin: house.url, 'sec-fetch-site': 'same-origin' };
  const post = async (path: string, data: object) =>
    (await page.request.post(`/api${path}`, { data, headers })).json();
  const { number } = await post('/tickets/', {
    ...{ subject: 'In HTML', description: 'x', customer: 'carla@example.test' },
  });
  const lines = Array.from({ length: 30 }, (_, n) => `<p>Line ${n}</p>`).join('');
  await post(`/tickets/${number}/messages/`, {
    html:
      `<p>See <a href="https://example.test/manual">the manual</a>.</p><img src="https://example.test/logo.png" alt="Logo">` +
      `${lines}<div class="gmail_quote">On Monday you wrote:<blockquote>Old words</blockquote></div>`,
  });
  await page.goto(`/desk/all/${number}`);
  const frame = page.frameLocator('iframe[sandbox]');
  await expect(frame.getByText('Line 29')).toBeVisible();
  await expect(frame.getByRole('link', { name: 'the manual' })).toHaveAttribute(
    'title',
    'https://example.test/manual',
  );
  // as high as what stands in it, so that the page scrolls and not the frame
  await expect
    .poll(() =>
      page.locator('iframe[sandbox]').evaluate((element) => {
        const inside = (element as HTMLIFrameElement).contentDocument!.documentElement;
        return element.clientHeight - inside.offsetHeight;
      }),
    )
    .toBe(0);
  await expect(page.getByText(/^An image is not shown/)).toBeVisible();
  await expect(frame.getByText('Old words')).toBeHidden();
  await frame.getByText('Show quote and signature').click();
  await expect(frame.getByText('Old words')).toBeVisible();
  await page.getByRole('button', { name: 'Plain text' }).click();
  await expect(page.locator('iframe[sandbox]')).toHaveCount(0);
  const thread = page.getByRole('region', { name: 'Conversation' });
  await expect(thread.getByText('See the manual (https://example.test/manual).')).toBeVisible();
  await expect(thread.getByText('Old words')).toBeVisible();
});
