import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A website that is not ours: pages by path on an origin of their own. */
export interface Website {
  origin: string;
  close: () => Promise<unknown>;
}

/** Serves the pages on a free port of 127.0.0.1, with a policy as strict as the line allows (docs/widget.md). */
export async function startWebsite(pages: Record<string, string>, allowed: string | null): Promise<Website> {
  const server = createServer((req, res) => {
    const page = pages[(req.url ?? '/').split('?')[0]!];
    res.writeHead(page === undefined ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
      ...(allowed && {
        'content-security-policy': `default-src 'none'; script-src ${allowed}; frame-src ${allowed}`,
        'referrer-policy': 'no-referrer',
      }),
    });
    res.end(page ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise((resolve) => server.close(resolve) && server.closeAllConnections());
  return { origin: `http://127.0.0.1:${port}`, close };
}

/** The one line, in a page with nothing else. */
export const pageWith = (house: string, key: string, more = ''): string =>
  `<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1>${more}
<script defer src="${house}/widget.js" data-widget="${key}"></script>`;
