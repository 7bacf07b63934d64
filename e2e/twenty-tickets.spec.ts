import type { Page } from '@playwright/test';
import { expect, openAs, test } from './fixtures';

const HOW_MANY = 20;

/** Records, in the page, how long after a key the heading of another ticket stood on the screen (the frame was drawn). */
const watchHeading = () => {
  const times: number[] = [];
  let pressed = 0;
  let shown = '';
  document.addEventListener('keydown', () => (pressed = performance.now()), true);
  new MutationObserver(() => {
    const now = document.getElementById('ticket-heading')?.textContent ?? '';
    if (now === shown || now === '') return;
    shown = now;
    const from = pressed;
    requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - from)));
  }).observe(document, { childList: true, characterData: true, subtree: true });
  Object.assign(window, { ticketTimes: times });
};

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** The open ticket, by its address. */
const openNumber = (page: Page) => Number(/\/(\d+)(?:\?|$)/.exec(page.url())?.[1] ?? 0);

/** Twenty questions that wait for this person, and the tag by which they are found. */
async function fileTickets(admin: Page, headers: Record<string, string>, agent: string) {
  const tag = `queue-${Date.now()}`;
  const filed = await Promise.all(
    Array.from({ length: HOW_MANY }, async (_, n) => {
      const answer = async (path: string, data: object, method: 'post' | 'patch' = 'post') => {
        const response = await admin.request[method](`/api/tickets/${path}`, { headers, data });
        expect(response.ok(), `${path}: ${response.status()}`).toBe(true);
        return (await response.json()) as { id: string; number: number };
      };
      const { id, number } = await answer('', {
        ...{ subject: `Waiting ${n + 1}`, description: `Question ${n + 1}`, customer: 'carla@example.test' },
      });
      await answer(`${id}/assign/`, { assigned_agent: agent });
      await answer(`${id}/`, { add_tags: [tag] }, 'patch');
      return { id, number };
    }),
  );
  return { filed, tag };
}

test('an agent clears twenty waiting tickets by keyboard alone', async ({ browser, house }, info) => {
  test.setTimeout(120_000);
  const page = await openAs(browser, house, 'bruno@switchboard.test');
  await page.addInitScript(watchHeading);
  await page.goto('/desk/mine');
  const headers = { origin: house.url };
  const { id: bruno } = await (await page.request.get('/api/me/')).json();
  await page.request.patch('/api/me/', { headers, data: { undo_seconds: 0 } });
  const admin = await openAs(browser, house, 'admin@switchboard.test');
  const { filed, tag } = await fileTickets(admin, headers, bruno);
  await admin.context().close();

  await page.goto(`/desk/mine?tag=${tag}`);
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(HOW_MANY));
  const keys = page.keyboard;
  // "After sending: open the next ticket", once, in the palette
  await keys.press('Control+k');
  await expect(page.getByRole('combobox', { name: /Commands/ })).toBeFocused();
  await keys.type('after next');
  await expect(page.getByRole('option', { name: 'After sending: open the next ticket' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await keys.press('Enter');
  await expect(page.getByText('Open the next ticket')).toBeVisible();

  await keys.press('j');
  await keys.press('o');
  const visited: number[] = [];
  const reply = page.getByRole('textbox', { name: /^reply to/i });
  const answer = async (n: number) => {
    await keys.press('r');
    await expect(reply).toBeFocused();
    await keys.type(`Answer ${n}`);
    await expect(reply).toHaveText(`Answer ${n}`);
    await keys.press('Control+Shift+Enter');
  };
  for (let n = 1; n <= HOW_MANY; n += 1) {
    await expect.poll(() => openNumber(page)).not.toBe(visited.at(-1) ?? 0);
    const number = openNumber(page);
    const { subject } = await (await page.request.get(`/api/tickets/${number}/`)).json();
    await expect(page.getByRole('heading', { name: subject, exact: true })).toBeVisible();
    visited.push(number);
    // most are answered and resolved; every fifth was solved on the phone and is resolved at once
    if (n % 5 === 0) await keys.press('e');
    else await answer(n);
  }
  await expect(page.getByText('That was the last ticket of the list.')).toBeVisible();
  await expect(page).toHaveURL(/\/desk\/mine\?/);
  await expect(page.getByRole('grid').getByRole('row')).toHaveCount(0, { timeout: 15_000 });

  // each once, and each as it was meant
  expect(visited.toSorted()).toEqual(filed.map(({ number }) => number).toSorted());
  for (const { id, number } of filed) {
    const { status, messages } = await (await page.request.get(`/api/tickets/${id}/`)).json();
    expect(status, `#${number}`).toBe('RESOLVED');
    const n = visited.indexOf(number) + 1;
    expect(messages.at(-1).body).toEqual(n % 5 === 0 ? expect.stringMatching(/^Question/) : `Answer ${n}`);
  }

  const times = (
    await page.evaluate(() => (window as unknown as { ticketTimes: number[] }).ticketTimes)
  ).sort((a, b) => a - b);
  const said = `key press to the next ticket on the screen: median ${at(times, 0.5).toFixed(0)} ms, p95 ${at(times, 0.95).toFixed(0)} ms, ${times.length} tickets`;
  info.annotations.push({ type: 'measured', description: said });
  console.log(said);
  expect(times.length).toBeGreaterThanOrEqual(HOW_MANY - 1);
  // the aim is 80 ms for a ticket that was read ahead; a busy machine is given more
  expect(at(times, 0.5)).toBeLessThan(1_000);
  await page.context().close();
});
