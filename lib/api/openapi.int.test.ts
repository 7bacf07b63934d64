import { describe, expect, test } from 'vitest';
import { send } from '@/tests/identity';
import { routeAccess } from '../rules/route-access';
import { api } from './app';
import { accessKey } from './route';
import { routes } from './routes';

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: object;
}
interface Operation {
  summary: string;
  tags: string[];
  security?: object[];
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, { schema: object }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
}
interface Document {
  openapi: string;
  info: { title: string; version: string };
  servers: { url: string }[];
  security: object[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; securitySchemes: Record<string, { type: string }> };
}

const answer = await send('GET', '/openapi.json');
const document = answer.body as unknown as Document;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    key: `${method.toUpperCase()} ${path.replace(/\/$/, '')}`,
    path,
    operation,
  })),
);

/** Every object of the document, with where it stands. */
function* objects(value: unknown, at = '#'): Generator<[string, Record<string, unknown>]> {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) yield [at, value as Record<string, unknown>];
  for (const [key, inner] of Object.entries(value)) yield* objects(inner, `${at}/${key}`);
}

test('it is an OpenAPI 3.1 document, to be fetched as JSON by anyone', () => {
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(document.openapi).toMatch(/^3\.1\.\d+$/);
  expect(document.info).toMatchObject({ title: 'Switchboard', version: expect.any(String) });
  expect(document.servers).toEqual([{ url: 'http://localhost:3000/api' }]);
  expect(document.security).toEqual([{ bearer: [] }]);
  expect(document.components.securitySchemes.bearer).toMatchObject({ type: 'http', scheme: 'bearer' });
});

test('every endpoint is in it, and nothing else', () => {
  expect(operations.map(({ key }) => key).sort()).toEqual(routes.map(accessKey).sort());
  expect(operations.length).toBeGreaterThan(35);
});

describe.each(operations)('$key', ({ key, path, operation }) => {
  test('says what it is and who may', () => {
    expect(operation.summary.length).toBeGreaterThan(3);
    expect(operation.tags).toHaveLength(1);
    if (routeAccess[key] === 'anyone') expect(operation.security).toEqual([]);
    // the document's own security counts, unless an operation says otherwise
    else expect(operation.security).toBeUndefined();
  });

  test('names its parameters once each, and those of its path all', () => {
    const parameters = operation.parameters ?? [];
    const names = parameters.map((parameter) => `${parameter.in} ${parameter.name}`);
    expect(new Set(names).size).toBe(names.length);
    for (const parameter of parameters) {
      expect(['path', 'query', 'header']).toContain(parameter.in);
      expect(parameter.schema).toBeTypeOf('object');
    }
    const inPath = parameters.filter((parameter) => parameter.in === 'path');
    expect(inPath.map(({ name }) => name)).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    expect(inPath.every(({ required }) => required === true)).toBe(true);
    const takesKey = names.includes('header Idempotency-Key');
    expect(takesKey).toBe(key.startsWith('POST') && routeAccess[key] !== 'anyone');
  });

  test('describes what it takes and answers', () => {
    const contract = routes.find((route) => accessKey(route) === key)!.contract;
    expect(operation.requestBody !== undefined).toBe(Boolean(contract.body ?? contract.bodyType));
    const statuses = Object.keys(operation.responses);
    expect(statuses).toEqual(expect.arrayContaining([String(contract.status ?? 200), 'default']));
    for (const [status, response] of Object.entries(operation.responses)) {
      expect(status).toMatch(/^([1-5]\d\d|default)$/);
      expect(response.description).toBeTruthy();
    }
    expect(operation.responses.default?.content?.['application/json']?.schema).toEqual({
      $ref: '#/components/schemas/Problem',
    });
  });
});

test('every reference leads somewhere, and every schema is used', () => {
  const used = new Set<string>();
  for (const [at, { $ref }] of objects(document)) {
    if (typeof $ref !== 'string') continue;
    const name = /^#\/components\/schemas\/(\w+)$/.exec($ref)?.[1];
    expect(name && document.components.schemas[name], `${at} → ${$ref}`).toBeTypeOf('object');
    used.add(name!);
  }
  expect([...used].sort()).toEqual(Object.keys(document.components.schemas).sort());
});

test('its schemas are JSON Schema 2020-12: nothing of 3.0, and each says what it is', () => {
  const kinds = ['type', '$ref', 'anyOf', 'oneOf', 'allOf', 'enum', 'const'];
  const schemas = [...objects(document)].filter(([at]) =>
    /\/schema$|\/schemas\/\w+$|\/properties\/[^/]+$/.test(at),
  );
  expect(schemas.length).toBeGreaterThan(100);
  for (const [at, schema] of schemas) {
    expect(Object.keys(schema), at).not.toContain('nullable');
    expect(
      kinds.some((kind) => kind in schema),
      `${at}: ${JSON.stringify(schema)}`,
    ).toBe(true);
    expect(typeof schema.exclusiveMinimum, at).not.toBe('boolean');
  }
});

test('inputs are closed: an unknown member is refused, and the document says so', () => {
  for (const { key, operation } of operations) {
    const schema = operation.requestBody?.content['application/json']?.schema as
      | { $ref?: string }
      | undefined;
    // of what vendors send in their own way the document names the type alone
    if (!schema || routes.find((route) => accessKey(route) === key)!.contract.bodyType) continue;
    const name = schema.$ref === undefined ? null : /\w+$/.exec(schema.$ref)![0];
    const body = (name === null ? schema : document.components.schemas[name]) as
      | { anyOf?: unknown[] }
      | undefined;
    for (const one of body?.anyOf ?? [body]) expect(one, key).toMatchObject({ additionalProperties: false });
  }
});

describe('/api/docs', () => {
  test('is a page of our own origin alone, with all its files', async () => {
    const page = await api.request('http://localhost:3000/api/docs');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = page.headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(/script-src ([^;]*)/.exec(policy)?.[1]).toBe("'self'");
    const html = await page.text();
    const files = [...html.matchAll(/(?:src|href)="(\/api\/[^"]+)"/g)].map(([, file]) => file!);
    expect(files).toHaveLength(3);
    for (const file of files) {
      const part = await api.request(`http://localhost:3000${file}`);
      expect(part.status, file).toBe(200);
      expect(part.headers.get('content-type')).toMatch(
        file.endsWith('.css') ? /^text\/css/ : /^text\/javascript/,
      );
      expect(part.headers.get('x-content-type-options')).toBe('nosniff');
      expect((await part.text()).length).toBeGreaterThan(50);
    }
  });

  test.each(['package.json', '../package.json', '..%2f..%2fpackage.json', 'index.html', 'swagger-ui.css%00'])(
    'has no file %s',
    async (file) => {
      const response = await api.request(`http://localhost:3000/api/docs/${file}`);
      expect([404, 422]).toContain(response.status);
      expect(await response.text()).not.toContain('swagger-ui-dist');
    },
  );
});
