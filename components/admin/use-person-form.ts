'use client';
import { useState } from 'react';
import type { NewUser, UserEdit } from '@/components/data/use-save-user';
import type { UserDto } from '@/lib/schemas/person';
import type { Role } from '@/lib/schemas/values';

/** What the form holds; numbers as typed, so that an empty box is not a zero. */
export interface PersonValues {
  name: string;
  email: string;
  role: Role;
  languages: string[];
  skills: string[];
  /** Ids. */
  teams: string[];
  capacity: string;
  capacity_calls: string;
  /** Empty: no such limit. */
  capacity_total: string;
}

const LIMIT = /^(0|[1-9][0-9]{0,2}|1000)$/;

const valuesOf = (person: UserDto | null): PersonValues => ({
  name: person?.name ?? '',
  email: person?.email ?? '',
  role: person?.role ?? 'agent',
  languages: person?.languages ?? [],
  skills: person?.skills ?? [],
  teams: person?.teams.map(({ id }) => id) ?? [],
  capacity: person ? String(person.capacity) : '',
  capacity_calls: person ? String(person.capacity_calls) : '',
  capacity_total: person?.capacity_total == null ? '' : String(person.capacity_total),
});

export type PersonForm = ReturnType<typeof usePersonForm>;

/** The values of a new person, or of one as he is with what was typed since. */
export function usePersonForm(person: UserDto | null) {
  const [typed, setTyped] = useState<Partial<PersonValues>>({});
  const before = valuesOf(person);
  const values: PersonValues = { ...before, ...typed };
  const set = <K extends keyof PersonValues>(name: K, value: PersonValues[K]) =>
    setTyped((now) => ({ ...now, [name]: value }));

  const staff = values.role !== 'customer';
  const badLimit = (text: string, empty: boolean) =>
    !(LIMIT.test(text.trim()) || (empty && text.trim() === ''));
  /** Names of the fields that cannot be sent as they are. */
  const broken = {
    name: values.name.trim() === '',
    // A person without an address (imported) may stay so; a new one needs it for the link.
    email: values.email.trim() === '' && (person === null || person.email !== null),
    capacity: staff && badLimit(values.capacity, person === null),
    capacity_calls: staff && badLimit(values.capacity_calls, person === null),
    capacity_total: staff && badLimit(values.capacity_total, true),
  };

  const number = (text: string) => (text.trim() === '' ? undefined : Number(text));
  const work = () =>
    staff
      ? {
          languages: values.languages,
          skills: values.skills,
          teams: values.teams,
          capacity: number(values.capacity),
          capacity_calls: number(values.capacity_calls),
          capacity_total: number(values.capacity_total) ?? null,
        }
      : {};
  const common = () => ({ name: values.name.trim(), role: values.role, ...work() });
  const asNew = (): NewUser => ({ ...common(), email: values.email.trim() });

  /** Only what was changed, so that nobody overwrites a colleague's edit of another field. */
  const asEdit = (): UserEdit => {
    const email = values.email.trim();
    const wanted: UserEdit = { ...common(), ...(email ? { email } : {}) };
    const former: Record<string, unknown> = { ...person, email: person?.email ?? '', teams: before.teams };
    return Object.fromEntries(
      Object.entries(wanted).filter(
        ([name, value]) => value !== undefined && comparable(value) !== comparable(former[name]),
      ),
    );
  };
  const dirty = (Object.keys(typed) as (keyof PersonValues)[]).some(
    (name) => comparable(typed[name]) !== comparable(before[name]),
  );
  return { values, set, staff, broken, dirty, asNew, asEdit, reset: () => setTyped({}) };
}

/** Lists here are sets: their order is nothing that somebody changed. */
const comparable = (value: unknown): string =>
  JSON.stringify(Array.isArray(value) ? value.toSorted() : value);
