import { expect, type Page } from '@playwright/test';
import { signIn } from './fixtures';

export const QUESTION = 'My printer shows error 123 and prints nothing any more, what shall I do?';

/** A ticket of Carla's, opened at the agent's desk; filed by him so that it is his. */
export async function openTicket(page: Page, password: string): Promise<number> {
  await signIn(page, 'ada@switchboard.test', password);
  // a program's request names no origin by itself, and a cookie's write needs one
  const headers = { origin: new URL(page.url()).origin };
  const { id: ada } = await (await page.request.get('/api/me/')).json();
  const filed = await page.request.post('/api/tickets/', {
    headers,
    data: { subject: 'Printer error', description: QUESTION, customer: 'carla@example.test' },
  });
  const { id, number } = await filed.json();
  await page.request.post(`/api/tickets/${id}/assign/`, { headers, data: { assigned_agent: ada } });
  await page.goto(`/desk/mine/${number}`);
  await expect(page.getByRole('heading', { name: 'Printer error' }).first()).toBeVisible();
  return number;
}
export const suggestion = (page: Page) => page.getByRole('region', { name: 'Suggestion' });
export const reply = (page: Page) => page.getByRole('textbox', { name: /^reply to/i });
