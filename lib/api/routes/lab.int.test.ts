import { afterAll, expect, it, vi } from 'vitest';
import { sendLabMail } from '../../commands/send-lab-mail';
import { closePool } from '../../db/pool';
import { sql } from '../../db/transaction';
import * as environment from '../../env';
import { Conflict, Invalid, NotFound, Unavailable } from '../../errors';
import { accessLab } from '../../queries/access-lab';
import { getLabMail } from '../../queries/lab-mail';
import type { Call } from '../route';
import { labMessengerRoutes } from './lab-messenger';
import { labTelephoneRoutes } from './lab-telephone';

afterAll(closePool);

/** The same with another environment. */
async function withEnv(over: Partial<environment.Env>, check: () => Promise<void> | void): Promise<void> {
  const spy = vi.spyOn(environment, 'env').mockReturnValue({ ...environment.env(), ...over });
  try {
    await check();
  } finally {
    spy.mockRestore();
  }
}
const DEMO = { DEMO: true, HOST: '127.0.0.1', SMTP_URL: undefined };

it.each<[string, Partial<environment.Env>, 'admin' | 'agent' | null, boolean]>([
  ['the demo on its own machine', DEMO, null, true],
  ['what is no demo', { ...DEMO, DEMO: false }, 'admin', false],
  ['a demo whose mail leaves', { ...DEMO, SMTP_URL: 'smtp://mail.test' }, 'admin', false],
  ['a demo that others reach', { ...DEMO, HOST: '0.0.0.0' }, 'agent', false],
  ['a demo that others reach, for its admin', { ...DEMO, HOST: '0.0.0.0' }, 'admin', true],
])('there is a lab in %s: %#', (_, over, role, is) =>
  withEnv(over, () => {
    if (is) accessLab(role);
    else expect(() => accessLab(role)).toThrow(NotFound);
  }),
);

const asNobody = { identity: null, query: {}, header: () => undefined };
it.each([
  [labTelephoneRoutes, '/lab/telephone/2010-04-01/Accounts/{account}', { account: 'AC1' }],
  [labMessengerRoutes, '/lab/messenger/graph/{version}/me', { version: 'v23.0' }],
])('a vendor of the lab asks for what it gave, not for who is signed in: %#', (routes, path, params) =>
  withEnv({ ...DEMO, HOST: '0.0.0.0' }, async () => {
    const { handle } = routes.find(({ contract }) => contract.path === path)!;
    const answer = await handle({ ...asNobody, params } as unknown as Call).catch((error) => error);
    expect(answer).toMatchObject({ status: 401 });
    const [panel] = routes;
    await expect(panel!.handle({ ...asNobody, params: {} } as unknown as Call)).rejects.toThrow(NotFound);
  }),
);

it('brings its mailbox with the first mail, once, and keeps to what an admin decides', () =>
  withEnv(DEMO, async () => {
    const letter = { customer: 'emma@example.test', subject: 'Hello', body: 'x' };
    await expect(sendLabMail({ ...letter, customer: 'ada@switchboard.test' })).rejects.toThrow(Invalid);
    expect((await sql.query('SELECT 1 FROM mailbox')).rowCount).toBe(0);
    // no worker takes mail in this test
    await Promise.all([1, 2].map(() => expect(sendLabMail(letter)).rejects.toThrow(Unavailable)));
    const { rows } = await sql.query('SELECT address, is_active FROM mailbox');
    expect(rows).toEqual([{ address: 'support@switchboard.test', is_active: true }]);
    await sql.query('UPDATE mailbox SET is_active = false');
    await expect(sendLabMail(letter)).rejects.toThrow(Conflict);
    await sql.query(
      `INSERT INTO mailbox (id, address, nonce) VALUES (gen_random_uuid(), 'help@switchboard.test', 'x')`,
    );
    expect((await getLabMail()).mailbox).toBe('help@switchboard.test');
  }));
