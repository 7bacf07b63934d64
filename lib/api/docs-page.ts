import { readFile } from 'node:fs/promises';
import path from 'node:path';

const TYPES = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8' } as const;

/** Swagger UI from our own origin; its page may run its own scripts and talk to this origin, nothing else. */
export function docsPage(): Response {
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Switchboard API</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/api/docs/swagger-ui.css"></head><body><div id="api"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>`;
  const policy =
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";
  return new Response(page, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
  });
}

const START = "window.SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#api', deepLinking: true });\n";

/** A file of the page: ours, or one that swagger-ui-dist ships. `name` is one of the contract's three. */
export async function docsFile(name: string): Promise<Response> {
  const type = TYPES[name.endsWith('.css') ? 'css' : 'js'];
  const headers = { 'content-type': type, 'cache-control': 'public, max-age=3600' };
  if (name === 'start.js') return new Response(START, { headers });
  const file = path.join(process.cwd(), 'node_modules', 'swagger-ui-dist', name);
  return new Response(new Uint8Array(await readFile(file)), { headers });
}
