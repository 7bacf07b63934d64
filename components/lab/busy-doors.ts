import { api } from '@/components/data/api';
import type { LabMailDto } from '@/lib/schemas/lab-mail';
import type { LabPhonesDto } from '@/lib/schemas/lab-messenger';
import type { LabActInput, LabTelephoneDto } from '@/lib/schemas/lab-telephone';

type Customer = LabMailDto['customers'][number];
type Letter = Customer['letters'][number];
type Door = (customer: Customer, letter: Letter, house: Reached, n: number) => Promise<unknown>;

/** How the house is reached by those who do not write mails. */
export interface Reached {
  /** The key of the website with the chat. */
  website: string;
  /** Telephones with Messenger, one of each language. */
  phones: LabPhonesDto['people'];
}

const writeMail: Door = ({ email }, letter) => api.post('/lab/mail/letters/', { customer: email, ...letter });

/** As the widget does it: a visit, and with its token the first message. */
const chat: Door = async ({ name, language }, { body }, { website }) => {
  const { token } = await ask(`/${website}/visitors/`, { locale: language });
  const text = body.split('\n\n')[1] ?? body;
  return ask('/conversations/', { body: text, name, language }, token);
};

/** On one of the few telephones: what is written while the conversation is open goes on with it. */
const messenger: Door = ({ language }, _, { phones }) => {
  const phone = phones.find((one) => one.language === language) ?? phones[0]!;
  return api.post(`/lab/messenger/people/${phone.psid}/messages/`, { text: phone.lines[0]! });
};

/** So long a caller waits for somebody, and speaks with whoever takes the call. */
const PATIENCE_MS = 25_000;

/** From a telephone of his own, with the digit of his language. He does not wait for ever: nobody there, he hangs up. */
const ringUp: Door = async ({ language }, _, __, n) => {
  const from = `+120255501${FIRST_NUMBER + n}`;
  const { sid } = await api.post<{ sid: string }>('/lab/telephone/calls/', { from });
  const { lines, calls } = await api.get<LabTelephoneDto>('/lab/telephone/');
  const call = calls.find((one) => one.sid === sid);
  const at = lines.find(({ number }) => number === call?.to)?.languages.indexOf(language) ?? -1;
  if (call?.waits_in === 'gather') await act(sid, { act: 'digits', digits: String(Math.max(at, 0) + 1) });
  setTimeout(() => void act(sid, { act: 'hang_up' }).catch(() => {}), PATIENCE_MS);
};
/** Below it are the telephones of the panel. */
const FIRST_NUMBER = 20;

const act = (sid: string, input: LabActInput) => api.post<void>(`/lab/telephone/calls/${sid}/`, input);

async function ask(path: string, body: object, token?: string): Promise<{ token?: string }> {
  const answer = await fetch(`/api/widget${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token ? { authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID() } : {}),
    },
    credentials: 'omit',
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`The chat answered with ${answer.status}.`);
  return answer.json();
}

/** How the customers of the busy hour come in, by turns; a way that stands here twice is taken twice as often. */
const DOORS: Door[] = [writeMail, chat, writeMail, chat, writeMail, chat, messenger];

/** Those who ring up, in place of writing a mail. */
const CALLERS: ReadonlySet<number> = new Set([9, 23, 44]);

/** Lets one customer in, the `n`th of the hour. */
export function letIn(customers: readonly Customer[], house: Reached, n: number): Promise<unknown> {
  const customer = customers[n % customers.length]!;
  const letter = customer.letters[n % customer.letters.length]!;
  const door = CALLERS.has(n) ? ringUp : DOORS[n % DOORS.length]!;
  return door(customer, letter, house, n);
}
