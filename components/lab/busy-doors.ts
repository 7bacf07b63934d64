import { api } from '@/components/data/api';
import type { LabMailDto } from '@/lib/schemas/lab-mail';

type Customer = LabMailDto['customers'][number];
type Letter = Customer['letters'][number];
type Door = (customer: Customer, letter: Letter, website: string) => Promise<unknown>;

const writeMail: Door = ({ email }, letter) => api.post('/lab/mail/letters/', { customer: email, ...letter });

/** As the widget does it: a visit, and with its token the first message. */
const chat: Door = async ({ name, language }, { body }, website) => {
  const { token } = await ask(`/${website}/visitors/`, { locale: language });
  const text = body.split('\n\n')[1] ?? body;
  return ask('/conversations/', { body: text, name, language }, token);
};

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
const DOORS: Door[] = [writeMail, chat];

/** Lets one customer in, the `n`th of the hour. */
export function letIn(customers: readonly Customer[], website: string, n: number): Promise<unknown> {
  const customer = customers[n % customers.length]!;
  const letter = customer.letters[n % customer.letters.length]!;
  return DOORS[n % DOORS.length]!(customer, letter, website);
}
