import { api } from '@/lib/api/app';
import { hashPassword } from '@/lib/auth/passwords';
import { sixDigits } from '@/lib/auth/secrets';
import { insertPerson, type NewPerson } from '@/lib/commands/steps/insert-person';
import { openSession } from '@/lib/commands/steps/open-session';
import type { PersonRow } from '@/lib/db/sql/person-row';
import { inTransaction, sql } from '@/lib/db/transaction';
import { type Actor, PLAIN_SCOPE } from '@/lib/rules/permissions';

/** People, logins and requests for tests of identity and of everything behind it. */
export const client = { ip: '203.0.113.7', userAgent: 'vitest', acceptLanguage: 'en' };
export const PASSWORD = 'correct horse battery';

let count = 0;

/** A person of the given role, by default with an address of his own and no password. */
export async function makePerson(
  given: Partial<Omit<NewPerson, 'passwordHash'>> & { password?: string } = {},
): Promise<PersonRow> {
  const { password, ...rest } = given;
  const n = ++count;
  const passwordHash = password === undefined ? null : await hashPassword(password);
  const row = await inTransaction((tx) =>
    insertPerson(tx, {
      email: `person${n}@example.test`,
      name: `Person ${n}`,
      role: 'customer',
      ...rest,
      passwordHash,
    }),
  );
  if (!row) throw new Error('this address is taken');
  return row;
}

/** A login of the person, as API clients have it. */
export async function signedIn(
  person: PersonRow,
): Promise<{ actor: Actor; access: string; refresh: string }> {
  const session = await inTransaction((tx) => openSession(tx, person.id, 'api', client));
  const actor = {
    id: person.id,
    role: person.role,
    name: person.name,
    sessionId: session.sessionId,
    scope: PLAIN_SCOPE,
  };
  return { actor, ...session.tokens! };
}

export interface Sent {
  status: number;
  body: Record<string, unknown> & { error?: { code: string; fields?: Record<string, string[]> } };
  text: string;
  headers: Headers;
}

/** One request to the API, as a program sends it. A body that is a string or bytes goes out as it is. */
export async function send(
  method: string,
  path: string,
  { body, access, headers = {} }: { body?: unknown; access?: string; headers?: Record<string, string> } = {},
): Promise<Sent> {
  const response = await api.request(`http://localhost:3000/api${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(access ? { authorization: `Bearer ${access}` } : {}),
      ...headers,
    },
    ...(body === undefined
      ? {}
      : {
          body:
            typeof body === 'string' || body instanceof Uint8Array
              ? (body as BodyInit)
              : JSON.stringify(body),
        }),
  });
  const text = await response.text();
  const isJson = /^application\/json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, body: isJson ? JSON.parse(text) : {}, text, headers: response.headers };
}

/** The answer without what is different in every answer. */
export const comparable = ({ status, text }: Sent): string =>
  `${status} ${text.replace(/"requestId":"[^"]*"/, '"requestId":""')}`;

/** The digits that the worker would mail now. */
export async function mailedCode(email: string): Promise<string> {
  const { rows } = await sql.query<{ id: string; nonce: string }>(
    'SELECT id, nonce FROM email_code WHERE email = $1 ORDER BY created_at DESC, id DESC LIMIT 1',
    [email],
  );
  return sixDigits(rows[0]!.id, rows[0]!.nonce);
}

/** Any six digits but these. */
export const otherCode = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

/** Proves an address the way a person does. */
export async function verificationToken(email: string): Promise<string> {
  await send('POST', '/auth/request-otp/', { body: { email } });
  const { body } = await send('POST', '/auth/verify-otp/', { body: { email, otp: await mailedCode(email) } });
  return String(body.verification_token);
}
