import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';

/**
 * The API at an address of its own, with the simulated telephone network in it: our adapter and the network call each
 * other over HTTP, as in the product. To be started before anything reads the environment.
 */
export async function startTelephones(): Promise<{ url: string; close: () => Promise<void> }> {
  let answer: ReturnType<typeof getRequestListener> | undefined;
  const server: Server = createServer((request, response) => void answer?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  process.env.APP_URL = url;
  process.env.DEMO = '1';
  const { api } = await import('@/lib/api/app');
  answer = getRequestListener(api.fetch);
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url, close };
}
