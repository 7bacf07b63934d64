import type { KeyDto } from '../schemas/key';

/**
 * What a machine's key may not do although its person may (issue 3, "Admin" 5): a key that leaked must not be able to
 * stay. It makes no keys and no admins, and touches no password, session, address, role or right to come in.
 */
const CLOSED: ReadonlySet<string> = new Set([
  'GET /keys',
  'POST /keys',
  'DELETE /keys/{id}',
  'GET /channels/email/{id}/key',
  'POST /channels/email/{id}/key',
  'GET /channels/messenger/{id}/webhook',
  'POST /me/password',
  'POST /me/email',
  'POST /me/email/confirm',
  'GET /me/sessions',
  'DELETE /me/sessions/{id}',
  'DELETE /users/{id}',
  'POST /users/{id}/deactivate',
  'POST /agents',
  'POST /v1/agents',
  'DELETE /agents/{id}',
  'DELETE /v1/agents/{id}',
  'POST /users/{id}/invitation',
  'POST /users/{id}/password-reset',
  'GET /users/{id}/sessions',
  'DELETE /users/{id}/sessions',
  'DELETE /users/{id}/sessions/{session}',
]);
const CLOSED_FIELDS: Readonly<Record<string, readonly string[]>> = {
  'POST /users': ['password'],
  'PATCH /users/{id}': ['email', 'role', 'is_active'],
};

/**
 * May a key of this scope do this? Asked on top of the person's own rights.
 *
 * @param route method and pattern, as in `routeAccess`.
 * @param body what was sent, parsed.
 */
export function keyMay(scope: KeyDto['scope'], route: string, body: unknown): boolean {
  if (CLOSED.has(route) || (scope === 'read' && !route.startsWith('GET '))) return false;
  if (typeof body !== 'object' || body === null) return true;
  const sent = body as Record<string, unknown>;
  if (route === 'POST /users' && sent.role === 'admin') return false;
  return !(CLOSED_FIELDS[route] ?? []).some((field) => sent[field] !== undefined);
}
