'use client';
import { useRef, useState } from 'react';
import { useProblemText } from '@/components/data/use-problem-text';
import { useCreateUser } from '@/components/data/use-save-user';
import { guessName } from './guess-name';

export interface Invitation {
  key: number;
  email: string;
  role: 'agent' | 'admin';
  state: 'open' | 'sent';
  error: string | null;
}

const fresh = (key: number): Invitation => ({ key, email: '', role: 'agent', state: 'open', error: null });

/** Rows of addresses; each is sent by itself, so that one that is refused keeps none of the others. */
export function useInvitations() {
  const [rows, setRows] = useState<Invitation[]>(() => [fresh(0), fresh(1), fresh(2)]);
  const [pending, setPending] = useState(false);
  const keys = useRef(3);
  const create = useCreateUser();
  const { problem, field } = useProblemText();

  const change = (key: number, edit: Partial<Invitation>) =>
    setRows((now) => now.map((row) => (row.key === key ? { ...row, error: null, ...edit } : row)));
  const add = () => setRows((now) => [...now, fresh(keys.current++)]);
  const waiting = rows.filter((row) => row.state === 'open' && row.email.trim() !== '');

  /** True when all that was typed has been sent. */
  const send = async (): Promise<boolean> => {
    setPending(true);
    let good = true;
    for (const { key, email, role } of waiting) {
      try {
        await create.mutateAsync({ email: email.trim(), name: guessName(email.trim()), role });
        change(key, { state: 'sent' });
      } catch (cause) {
        good = false;
        change(key, { error: field(cause, 'email') ?? problem(cause) });
      }
    }
    setPending(false);
    return good;
  };
  return { rows, change, add, send, pending, waiting: waiting.length };
}
