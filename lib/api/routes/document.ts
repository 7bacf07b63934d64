import { z } from 'zod';
import { docsFile, docsPage } from '../docs-page';
import { openApiDocument } from '../openapi';
import { type Route, route } from '../route';

const tag = 'Document';

/** `all` gives every route of the API, these included. */
export const documentRoutes = (all: () => readonly Route[]): Route[] => [
  route({ method: 'get', path: '/openapi.json', tag, summary: 'This document' }, async () =>
    openApiDocument(all()),
  ),
  route({ method: 'get', path: '/docs', tag, summary: 'A page to read and try the API' }, async () =>
    docsPage(),
  ),
  route(
    {
      method: 'get',
      path: '/docs/{file}',
      tag,
      summary: 'Scripts and styles of that page',
      params: z.strictObject({ file: z.enum(['swagger-ui.css', 'swagger-ui-bundle.js', 'start.js']) }),
    },
    ({ params }) => docsFile(params.file),
  ),
];
