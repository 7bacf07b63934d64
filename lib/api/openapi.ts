import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from '@asteasolutions/zod-to-openapi';
import { env } from '../env';
import { type Access, routeAccess } from '../rules/route-access';
import { problemDto } from '../schemas/problem';
import { accessKey, type Contract, type Route } from './route';

let document: object | undefined;

/** The OpenAPI 3.1 document, made from the same contracts that check the requests. */
export function openApiDocument(routes: readonly Route[]): object {
  document ??= build(routes);
  return document;
}

function build(routes: readonly Route[]): object {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
  });
  for (const route of routes) registry.registerPath(operation(route));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Switchboard',
      version: '1',
      description:
        'Every path answers with and without the trailing slash. Errors have one shape. A POST may carry an ' +
        '`Idempotency-Key`: within 24 hours a repeat gets the first answer. Unknown members and query keys are 422.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: `${env().APP_URL}/api` }],
    security: [{ bearer: [] }],
  });
}

function operation(route: Route): RouteConfig {
  const { contract } = route;
  const access = routeAccess[accessKey(route)]!;
  return {
    method: contract.method,
    path: `${contract.path}/`,
    tags: [contract.tag],
    summary: contract.summary,
    ...(contract.description ? { description: contract.description } : {}),
    ...(access === 'anyone' ? { security: [] } : {}),
    request: {
      ...(contract.params ? { params: contract.params } : {}),
      ...(contract.query ? { query: contract.query as never } : {}),
      ...requestBody(contract),
    },
    parameters: idempotencyKey(contract, access),
    responses: responses(contract),
  };
}

function requestBody({ body, bodyType }: Contract): Pick<NonNullable<RouteConfig['request']>, 'body'> {
  if (
    bodyType === 'text/csv' ||
    bodyType === 'message/rfc822' ||
    bodyType === 'application/x-www-form-urlencoded'
  )
    return { body: { required: true, content: { [bodyType]: { schema: { type: 'string' } } } } };
  // what a vendor sends, with a signature over its bytes: he says what it is, not we
  if (bodyType === 'application/json')
    return { body: { required: true, content: { [bodyType]: { schema: { type: 'object' } } } } };
  if (bodyType === 'multipart/form-data') {
    const schema = {
      ...{ type: 'object', required: ['file'] },
      properties: { file: { type: 'string', format: 'binary' } },
    } as const;
    return { body: { required: true, content: { 'multipart/form-data': { schema: schema as never } } } };
  }
  return body ? { body: { required: true, content: { 'application/json': { schema: body } } } } : {};
}

function responses(contract: Contract): RouteConfig['responses'] {
  const refusal = (description: string) => ({
    description,
    content: { 'application/json': { schema: problemDto } },
  });
  const also = Object.entries(contract.also ?? {}).map(([status, description]) => [
    status,
    refusal(description),
  ]);
  const content = contract.answer ? { content: { 'application/json': { schema: contract.answer } } } : {};
  return {
    [String(contract.status ?? 200)]: { description: 'Done', ...content },
    ...Object.fromEntries(also),
    default: refusal('Refused'),
  };
}

function idempotencyKey(contract: Contract, access: Access) {
  if (contract.method !== 'post' || access === 'anyone') return [];
  return [
    { name: 'Idempotency-Key', in: 'header' as const, schema: { type: 'string' as const, maxLength: 255 } },
  ];
}
