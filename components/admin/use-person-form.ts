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
  capacity: string;
  capacity_calls: string;
  /** Empty: no such limit. */
  capacity_total: string;
  is_active: boolean;
}

const LIMIT = /^(0|[1-9][0-9]{0,2}|1000)$/;

export function usePersonForm(person: UserDto | null) {
  const [values, setValues] = useState<PersonValues>({
    name: person?.name ?? '',
    email: person?.email ?? '',
    role: person?.role ?? 'agent',
    languages: person?.languages ?? [],
    capacity: person ? String(person.capacity) : '',
    capacity_calls: person ? String(person.capacity_calls) : '',
    capacity_total: person?.capacity_total == null ? '' : String(person.capacity_total),
    is_active: person?.is_active ?? true,
  });
  const set = <K extends keyof PersonValues>(name: K, value: PersonValues[K]) =>
    setValues((now) => ({ ...now, [name]: value }));

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
  const limits = () =>
    staff
      ? {
          capacity: number(values.capacity),
          capacity_calls: number(values.capacity_calls),
          capacity_total: number(values.capacity_total) ?? null,
        }
      : {};
  const common = () => ({
    name: values.name.trim(),
    role: values.role,
    languages: values.languages,
    ...limits(),
  });
  const asNew = (): NewUser => ({ ...common(), email: values.email.trim() });

  /** Only what was changed, so that nobody overwrites a colleague's edit of another field. */
  const asEdit = (before: UserDto): UserEdit => {
    const email = values.email.trim();
    const wanted: UserEdit = {
      ...common(),
      is_active: values.is_active,
      ...(email ? { email } : {}),
    };
    const same = (name: keyof UserEdit) => JSON.stringify(wanted[name]) === JSON.stringify(before[name]);
    return Object.fromEntries(
      Object.entries(wanted).filter(([name, value]) => value !== undefined && !same(name as keyof UserEdit)),
    );
  };
  return { values, set, staff, broken, asNew, asEdit };
}
