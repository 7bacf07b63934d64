import { convert } from 'openapi-to-postmanv2';

/** What we read of an OpenAPI document to write bodies that pass. */
interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  example?: unknown;
  default?: unknown;
  format?: string;
  minimum?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
}
interface Operation {
  operationId?: string;
  requestBody?: { content: Record<string, { schema: Schema }> };
}
export interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

interface Pair {
  key: string;
  value: string;
  disabled?: boolean;
  description?: unknown;
}
/** A request or a folder of Postman's format 2.1, as far as we touch it. */
export interface Item {
  name: string;
  item?: Item[];
  event?: unknown[];
  request?: {
    method: string;
    url: { path: string[]; host: string[]; query: Pair[]; variable: Pair[] };
    header?: Pair[];
    auth?: unknown;
    body?: unknown;
    description?: unknown;
  };
}
export interface Collection {
  info: { name: string; schema: string; description: string };
  auth: object;
  variable: { key: string; value: string }[];
  item: Item[];
}

const NOWHERE = '00000000-0000-7000-8000-000000000000';
/** What stands for the parameters of paths; a person puts in his own. */
const PLACES: Record<string, string> = { ref: '{{ticket}}', id: '{{id}}', file: 'start.js' };
/** In the order of a first visit; the other folders follow by name. */
const FOLDERS = ['Identity', 'Me', 'Tickets', 'Messages', 'People', 'Imports', 'Keys'];

/** Bodies that say more than the smallest that passes. */
const BODIES: Record<string, unknown> = {
  'POST /auth/token/': { email: '{{email}}', password: '{{password}}' },
  'POST /tickets/': { subject: 'Printer', description: 'It shows error 123.', customer: '{{customer}}' },
  'POST /tickets/{ref}/messages/': { body: 'Have you tried another cable?' },
  'POST /tickets/{ref}/set-status/': { status: 'RESOLVED' },
  'POST /messages/': { customer: '208', body: 'Where is my parcel?' },
  'POST /keys/': { name: 'Shop', scope: 'read' },
};
const CSV = 'User ID,Timestamp (UTC),Message Body\n208,2024-02-01 19:29:05,Where is my parcel?\n';
const KEEP_TOKEN = [
  'const { access } = pm.response.json();',
  "if (access) pm.collectionVariables.set('token', access);",
];

/**
 * A Postman collection of the whole API, the same bytes for the same document: no ids, dates or random examples, and
 * the address and the token as variables.
 */
export async function makeCollection(document: OpenApi): Promise<Collection> {
  const converted = await convertDocument(document);
  const item = converted.map((folder) => ({
    name: folder.name,
    item: requestsOf(folder).map((one) => tidy(one, document)),
  }));
  item.sort((a, b) => place(a.name) - place(b.name) || a.name.localeCompare(b.name, 'en'));
  return {
    info: {
      name: 'Switchboard',
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
      description:
        'Set base_url, email and password, send "Sign in", and the token is kept for all other requests. ' +
        'A key of a machine (sbk_…) can stand in its place.',
    },
    auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{token}}', type: 'string' }] },
    variable: [
      { key: 'base_url', value: 'http://localhost:3000' },
      { key: 'token', value: '' },
      { key: 'email', value: '' },
      { key: 'password', value: '' },
      { key: 'customer', value: '' },
      { key: 'ticket', value: '1001' },
      { key: 'id', value: NOWHERE },
    ],
    item,
  };
}

function convertDocument(document: OpenApi): Promise<Item[]> {
  const input = { type: 'json', data: JSON.stringify(document) } as const;
  return new Promise((resolve, reject) => {
    convert(input, { folderStrategy: 'Tags', requestNameSource: 'Fallback' }, (error, result) => {
      const data = result?.output?.[0]?.data;
      if (error || !data) return reject(error ?? new Error(result?.reason));
      resolve((data as unknown as { item: Item[] }).item);
    });
  });
}

const place = (folder: string) => (FOLDERS.indexOf(folder) + 100) % 100;

const requestsOf = (item: Item): Item[] => (item.request ? [item] : (item.item ?? []).flatMap(requestsOf));

/** Takes out what is random or ours to say, and puts in bodies that pass. */
function tidy({ name, request }: Item, document: OpenApi): Item {
  const { method, url, auth, description } = request!;
  const { content } = (description ?? {}) as { content?: string };
  const path = `/${url.path.join('/').replace(/:(\w+)/g, '{$1}')}`;
  const key = `${method} ${path}`;
  const operation = document.paths[path]?.[method.toLowerCase()];
  if (!operation) throw new Error(`${key} is not in the document`);
  const body = bodyOf(key, operation, document);
  const isSignIn = key === 'POST /auth/token/';
  return {
    name,
    ...(isSignIn
      ? { event: [{ listen: 'test', script: { type: 'text/javascript', exec: KEEP_TOKEN } }] }
      : {}),
    request: {
      method,
      ...((auth as { type?: string } | null)?.type === 'noauth' ? { auth: { type: 'noauth' } } : {}),
      header: body ? [{ key: 'Content-Type', value: body.type }] : [],
      ...(body ? { body: body.raw } : {}),
      url: {
        host: ['{{base_url}}'],
        path: ['api', ...url.path],
        query: (url.query ?? []).map(({ key }) => ({ key, value: '', disabled: true })),
        variable: (url.variable ?? []).map(({ key }) => ({ key, value: PLACES[key] ?? NOWHERE })),
      },
      ...(content ? { description: content } : {}),
    },
  };
}

function bodyOf(key: string, { requestBody }: Operation, document: OpenApi) {
  const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  if (!type || !content) return null;
  const value = BODIES[key] ?? smallest(content.schema, document);
  const raw = type === 'text/csv' ? CSV : JSON.stringify(value, null, 2);
  const options = { raw: { language: type === 'text/csv' ? 'text' : 'json' } };
  return { type, raw: { mode: 'raw', raw, options } };
}

/** The smallest value that a schema takes. */
function smallest(schema: Schema, document: OpenApi): unknown {
  const name = /\w+$/.exec(schema.$ref ?? '')?.[0];
  if (name) return smallest(document.components.schemas[name]!, document);
  for (const said of [schema.const, schema.example, schema.default, schema.enum?.[0]])
    if (said !== undefined) return said;
  if (schema.anyOf) return smallest(schema.anyOf[0]!, document);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object')
    return Object.fromEntries(
      (schema.required ?? []).map((field) => [field, smallest(schema.properties![field]!, document)]),
    );
  if (type === 'array') return [];
  if (type === 'boolean') return false;
  if (type === 'integer' || type === 'number') return schema.minimum ?? 1;
  if (schema.format === 'uuid') return NOWHERE;
  if (schema.format === 'email') return 'somebody@example.com';
  return type === 'string' ? 'text' : null;
}
