import { api } from '@/components/data/api';
import type { LabMailDto } from '@/lib/schemas/lab-mail';

type Customer = LabMailDto['customers'][number];

/** How the customers of the busy hour come in, by turns; a way that stands here twice is taken twice as often. */
const DOORS: ((customer: Customer, n: number) => Promise<unknown>)[] = [
  (customer, n) => {
    const letter = customer.letters[n % customer.letters.length]!;
    return api.post('/lab/mail/letters/', { customer: customer.email, ...letter });
  },
];

/** Lets one customer in, the `n`th of the hour. */
export const letIn = (customers: readonly Customer[], n: number): Promise<unknown> =>
  DOORS[n % DOORS.length]!(customers[n % customers.length]!, Math.floor(n / customers.length));
