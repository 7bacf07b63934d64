'use client';
import { useEffect, useMemo, useState } from 'react';
import type { UserDto } from '@/lib/schemas/person';
import type { Role } from '@/lib/schemas/values';
import { useDebounced } from './use-debounced';
import { useUsers } from './use-users';

const STAFF: readonly Role[] = ['agent', 'admin'];
const SETTLED_MS = 150;

/**
 * Staff to choose from, with `former` those who left as well: the first page of the list, and whoever `search` has found
 * on the server since. Who was found once stays, so that a choice keeps its name.
 */
export function useStaffChoice({ enabled = true, former = false } = {}): {
  people: readonly UserDto[];
  search: (text: string) => void;
} {
  const [text, search] = useState('');
  const q = useDebounced(text.trim(), SETTLED_MS);
  const first = useUsers({ role: STAFF }, { enabled });
  const found = useUsers(
    { role: STAFF, q: q || undefined },
    { enabled: enabled && q !== '' && first.hasNextPage },
  );
  const [known, setKnown] = useState<ReadonlyMap<string, UserDto>>(new Map());
  useEffect(() => {
    const loaded = [...(first.data ?? []), ...(found.data ?? [])];
    setKnown((before) => new Map([...before, ...loaded.map((one) => [one.id, one] as const)]));
  }, [first.data, found.data]);
  const people = useMemo(() => [...known.values()].filter((one) => former || one.is_active), [known, former]);
  return { people, search };
}
